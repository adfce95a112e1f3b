import { SecretNetworkClient } from 'secretjs'

/** Account b of every LocalSecret, somebody to pay. */
const SOMEBODY = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'

/** Where the page was told to work: `?lcd=…&chain=…&faucet=…&contract=…&to=…`. */
export interface Place {
  readonly lcd: string
  readonly chainId: string
  readonly faucet: string
  readonly contract: string | undefined
  readonly recipient: string
}

export interface Token {
  readonly address: string
  readonly codeHash: string
}

export function readPlace(query: string): Place {
  const parameters = new URLSearchParams(query)
  return {
    lcd: parameters.get('lcd') ?? 'http://localhost:1317',
    chainId: parameters.get('chain') ?? 'secretdev-1',
    faucet: parameters.get('faucet') ?? 'http://localhost:5000',
    contract: parameters.get('contract') ?? undefined,
    recipient: parameters.get('to') ?? SOMEBODY,
  }
}

/** A client that can only look, for what needs no wallet. */
export function openReader({ lcd, chainId }: Place): SecretNetworkClient {
  return new SecretNetworkClient({ url: lcd, chainId })
}

/** The height of the newest block. Throws when the node is on another chain than this page. */
export async function readHeight(reader: SecretNetworkClient, { lcd, chainId }: Place): Promise<number> {
  const { block } = await reader.query.tendermint.getLatestBlock({})
  const served = block?.header?.chain_id
  if (served !== chainId) throw new Error(`The node at ${lcd} serves ${served}, not ${chainId}.`)
  return Number(block?.header?.height)
}

/** The sSCRT contract: the one that was named, or the first of the first code. */
export async function findToken(reader: SecretNetworkClient, place: Place): Promise<Token> {
  const address = place.contract ?? (await firstContract(reader))
  const { code_hash: codeHash } = await reader.query.compute.codeHashByContractAddress({
    contract_address: address,
  })
  if (codeHash === undefined) throw new Error(`There is no contract at ${address}.`)
  return { address, codeHash }
}

async function firstContract(reader: SecretNetworkClient): Promise<string> {
  const { contract_infos: contracts } = await reader.query.compute.contractsByCodeId({ code_id: '1' })
  const address = contracts?.[0]?.contract_address
  if (address === undefined)
    throw new Error('This network has no token yet. Name one with ?contract=secret1…')
  return address
}

export async function readScrt(reader: SecretNetworkClient, address: string): Promise<bigint> {
  const { balance } = await reader.query.bank.balance({ address, denom: 'uscrt' })
  return BigInt(balance?.amount ?? '0')
}

/** Asks the faucet for coins; resolves when it has sent them. */
export async function askFaucet({ faucet }: Place, address: string): Promise<void> {
  let answer: Response
  try {
    answer = await fetch(`${faucet}/faucet?${new URLSearchParams({ address })}`)
  } catch (error) {
    throw new Error(`The faucet at ${faucet} does not answer.`, { cause: error })
  }
  if (!answer.ok) throw new Error(`The faucet refused (${answer.status}).`)
}
