/** What the chain says of a real contract, before and after its code is replaced. */
import {
  MsgInstantiateContractResponse,
  MsgStoreCodeResponse,
  SecretNetworkClient,
  type TxResponse,
  Wallet,
} from 'secretjs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Devnet, startDevnet } from '../../../devnet/index'
import { buildTestContracts } from '../../../devnet/test-contracts/build-contracts.fake'
import { CHAINS, type Chain, createClient, getCodeHash } from '../../chain/index'
import { type Address, parseAddress } from '../../domain/index'
import type { ContractFacts } from '../../messages/popup'
import { createCheckedCodes } from '../contracts/checked-codes'
import { createDealings } from '../contracts/dealings'
import { fakeBrowser } from '../platform.fake'
import { type ContractBook, createContractBook } from '../review/contract-book'
import { contractFacts } from '../review/contract-facts'
import { createStore } from '../storage/stored'
import { BOB, fakeVault } from '../wallet.fake'
import { createChainFacts } from './chain-facts'

/** secretjs puts its own in this one's place as soon as it is loaded. */
const ownFetch = vi.hoisted(() => globalThis.fetch)
const GAS = { broadcastCheckIntervalMs: 30, gasLimit: 3_000_000, gasPriceInFeeDenom: 0.1 }

let devnet: Devnet
let chain: Chain
let me: SecretNetworkClient
const codes: { readonly id: string; readonly hash: string }[] = []
let contract: Address
let fetchedCodes = 0

function done(tx: TxResponse): Uint8Array {
  expect(tx.rawLog).toBe('')
  return tx.data[0] ?? new Uint8Array()
}

async function upload(wasm: Uint8Array): Promise<void> {
  const message = { sender: me.address, wasm_byte_code: wasm, source: '', builder: '' }
  const { code_id: id } = MsgStoreCodeResponse.decode(done(await me.tx.compute.storeCode(message, GAS)))
  const { code_hash: hash = '' } = await me.query.compute.codeHashByCodeId({ code_id: String(id) })
  codes.push({ id: String(id), hash })
}

const code = (index: number): { readonly id: string; readonly hash: string } => {
  const found = codes[index]
  if (found === undefined) throw new Error('not uploaded')
  return found
}

beforeAll(async () => {
  const wasms = buildTestContracts()
  devnet = await startDevnet({ blockMs: 25 })
  const found = CHAINS.find(({ chainId }) => chainId === devnet.chainId)
  const [account] = devnet.accounts
  if (found === undefined || account === undefined) throw new Error('no network')
  chain = found
  const wallet = new Wallet(account.mnemonic)
  const { lcdUrl: url, chainId } = devnet
  me = new SecretNetworkClient({ url, chainId, wallet, walletAddress: wallet.address })
  await upload(wasms['probe-v1'])
  await upload(wasms['probe-v1-next'])
  const made = await me.tx.compute.instantiateContract(
    {
      sender: me.address,
      code_id: code(0).id,
      code_hash: code(0).hash,
      label: 'a probe',
      init_msg: {},
      admin: me.address,
    },
    GAS,
  )
  contract = parseAddress(MsgInstantiateContractResponse.decode(done(made)).address)
})
afterAll(() => devnet.stop())

const client = async () =>
  createClient({
    chain,
    endpoints: [devnet.lcdUrl],
    fetch: (url, init) => {
      if (url.includes('/compute/v1beta1/code/')) fetchedCodes += 1
      return ownFetch(url, init)
    },
  })
const facts = createChainFacts({
  client,
  codeHash: async (_, address, options) => await getCodeHash(await client(), address, options),
  txKey: async () => {
    throw new Error('Nothing here is sealed.')
  },
})
const browser = fakeBrowser()
const parts = { ...browser, store: createStore(browser.storage), sealer: fakeVault(), facts }
const dealings = createDealings({ ...parts, chains: { list: async () => [chain] } })

function newBook(): ContractBook {
  return createContractBook({
    ...parts,
    codes: createCheckedCodes(parts),
    tokens: { find: async () => undefined },
    changed: () => undefined,
  })
}

/** What the person is shown of a message sealed for this code, when everything has come. */
async function shown(codeHash: string): Promise<ContractFacts | undefined> {
  const book = newBook()
  const party = { chainId: chain.chainId, account: me.address }
  for (;;) {
    const knowledge = book.contract(chain, contract)
    const waiting = Object.values(knowledge).some(({ kind }) => kind === 'asking')
    if (!waiting) {
      const used = (await dealings.contracts(party)).find((one) => one.contract === contract)
      const message = {
        kind: 'execute',
        typeUrl: '/secret.compute.v1beta1.MsgExecuteContract',
        sender: parseAddress(me.address),
        contract,
        wire: new Uint8Array(),
        funds: [],
        callbackCodeHash: '',
        callbackSig: new Uint8Array(),
      } as const
      const ioPublicKey = new Uint8Array(32)
      const input = {
        kind: 'opened',
        codeHash,
        message: '{}',
        seed: 'own',
        ioPublicKey,
        current: true,
      } as const
      return contractFacts(message, input, { knowledge, used })
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('what a network says of its contracts', () => {
  it('is shown of one that is used for the first time, its code hashed here', async () => {
    expect(await shown(code(0).hash)).toEqual({
      address: contract,
      label: 'a probe',
      codeId: code(0).id,
      codeHash: 'matches',
      code: 'checked',
      creator: me.address,
      control: { kind: 'owner', address: me.address, own: true },
      changes: { count: 0 },
      use: 'first',
    })
    const [party, seen] = [
      { chainId: chain.chainId, account: me.address },
      { contract, codeHash: code(0).hash, admin: me.address },
    ]
    await dealings.note(party, { contracts: [seen], recipients: [] })
    expect(await shown(code(0).hash)).toMatchObject({ use: 'earlier', code: 'checked' })
    expect(fetchedCodes).toBe(1)
  })

  it('N66: says so when its code was replaced since, and what was sealed for the old code no longer fits', async () => {
    const moved = await me.tx.compute.migrateContract(
      {
        sender: me.address,
        contract_address: contract,
        code_id: code(1).id,
        code_hash: code(1).hash,
        msg: {},
      },
      GAS,
    )
    done(moved)
    expect(await shown(code(0).hash)).toMatchObject({
      codeId: code(1).id,
      codeHash: 'differs',
      code: 'checked',
      changes: { count: 1, lastHeight: String(moved.height) },
      use: 'code-changed',
    })
    expect(await shown(code(1).hash)).toMatchObject({ codeHash: 'matches' })
    expect(fetchedCodes).toBe(2)
  })

  it('knows no contract where an account is, and no vote where none was held', async () => {
    expect(await facts.contractInfo(chain, BOB)).toBeUndefined()
    expect(await facts.pendingMigration(chain, contract)).toBeUndefined()
    await expect(facts.codeHashes(chain, '999')).rejects.toMatchObject({ name: 'ChainError' })
  })

  it('says so when its owner has given it up', async () => {
    const admin = { sender: me.address, contract_address: contract }
    done(await me.tx.compute.clearAdmin(admin, GAS))
    expect(await shown(code(1).hash)).toMatchObject({ control: { kind: 'fixed' }, use: 'code-changed' })
    expect(await facts.contractInfo(chain, parseAddress(devnet.contracts.sscrt.address))).toMatchObject({
      governed: false,
      label: expect.any(String),
    })
  })
})
