import { type EncryptionUtils, MsgExecuteContract, SecretNetworkClient, Wallet } from 'secretjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../devnet/index'
import type { ApprovalView, ContractFacts } from '../src/messages/popup'
import { type GovernedContract, LOUD, makeGoverned, voteToMove } from './governed-contract.fake'
import { openWalletInPage } from './wallet-in-page.fake'

// What the wallet shows of a contract whose code is decided by vote, before a vote and after one that passed.

type Signer = NonNullable<ConstructorParameters<typeof SecretNetworkClient>[0]['wallet']>
interface Provider {
  enable(chainId: string): Promise<void>
  getOfflineSigner(chainId: string): Signer
  getEnigmaUtils(chainId: string): EncryptionUtils
}

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 25 })
})
afterAll(() => devnet.stop())

function mnemonicOf(name: string): string {
  const found = devnet.accounts.find((account) => account.name === name)
  if (found === undefined) throw new Error(`No account ${name}.`)
  return found.mnemonic
}

function ownClient(name: string): SecretNetworkClient {
  const wallet = new Wallet(mnemonicOf(name))
  const { lcdUrl: url, chainId } = devnet
  return new SecretNetworkClient({ url, chainId, wallet, walletAddress: wallet.address })
}

function factsOf({ body }: ApprovalView): ContractFacts | undefined {
  return body.kind === 'transaction' ? body.messages[0]?.contract : undefined
}

/** What a person has before them who waits for those facts, when a page asks for a transfer of the contract's tokens. */
async function shownOf(
  { address, codeHash }: GovernedContract,
  awaited: readonly (keyof ContractFacts)[],
): Promise<ContractFacts | undefined> {
  const wallet = await openWalletInPage(devnet.lcdUrl, mnemonicOf('c'), (view) => {
    const facts = factsOf(view)
    if (facts === undefined) return view.body.kind === 'connect'
    return facts.codeHash !== 'unknown' && awaited.every((fact) => facts[fact] !== undefined)
  })
  const keplr = wallet.window['keplr'] as Provider
  const { lcdUrl: url, chainId } = devnet
  await keplr.enable(chainId)
  const signer = keplr.getOfflineSigner(chainId)
  const sender = (await signer.getAccounts())[0]?.address ?? ''
  const encryptionUtils = keplr.getEnigmaUtils(chainId)
  const page = new SecretNetworkClient({
    url,
    chainId,
    wallet: signer,
    walletAddress: sender,
    encryptionUtils,
  })
  const msg = { transfer: { recipient: sender, amount: '0' } }
  const asked = { sender, contract_address: address, code_hash: codeHash, msg, sent_funds: [] }
  await page.tx.broadcast([new MsgExecuteContract(asked)], LOUD)
  const [shown] = wallet.approved.slice(-1)
  return shown && factsOf(shown)
}

it('is said to be governed, and to what code a vote lets it move', async () => {
  const voters = [ownClient('a'), ownClient('b')] as const
  const contract = await makeGoverned(devnet, voters[0])
  expect(await shownOf(contract, ['control'])).toMatchObject({
    label: 'governed',
    codeHash: 'matches',
    control: { kind: 'governed' },
  })

  await voteToMove(devnet, voters, contract)
  expect(await shownOf(contract, ['control', 'pendingCodeId', 'changes'])).toMatchObject({
    control: { kind: 'governed' },
    pendingCodeId: String(contract.codeId),
    changes: { count: 0 },
  })
})
