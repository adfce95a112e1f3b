import {
  type Msg,
  MsgGrant,
  MsgGrantAuthorization,
  MsgInstantiateContract,
  MsgStoreCode,
  SecretNetworkClient,
  Wallet,
} from 'secretjs'
import type { Devnet } from '../devnet/index'
import { buildTestContracts } from '../devnet/test-contracts/build-contracts.fake'

interface Contract {
  readonly address: string
  readonly codeHash: string
}

/** What there is on the network for a site to ask about: the person, a friend, validators and contracts. */
export interface Scene {
  readonly me: string
  readonly other: string
  readonly validator: string
  readonly secondValidator: string
  readonly sscrt: Contract
  readonly receiver: Contract
  /** A token of the person's own, of which there are ten million base units. */
  readonly ownToken: Contract
  /** Cards called ace and king belong to the person. */
  readonly cards: Contract
  /** The person holds a thousand pieces called gold. */
  readonly items: Contract
  /** A contract whose owner is the person, and code that it can move to. */
  readonly upgradable: Contract
  readonly nextCode: { readonly codeId: number; readonly codeHash: string }
}

const NEXT_YEAR = Math.floor(Date.now() / 1000) + 31_536_000

/** Code that the local network comes with, by its number. */
const BUILT_IN = { snip20: 1, snip721: 4, snip1155: 5 } as const

/** The friend, whom anybody may be, makes what the person's site speaks of. */
export async function setScene(devnet: Devnet): Promise<Scene> {
  const [me, other] = devnet.accounts
  if (me === undefined || other === undefined) throw new Error('The local network has too few accounts.')
  const wallet = new Wallet(other.mnemonic)
  const { lcdUrl: url, chainId } = devnet
  const client = new SecretNetworkClient({ url, chainId, wallet, walletAddress: wallet.address })
  const { validators = [] } = await client.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
  const [codeId = 0, nextCodeId = 0] = await uploadCode(client, me.address)
  return {
    me: me.address,
    other: other.address,
    validator: validators[0]?.operator_address ?? '',
    secondValidator: validators[1]?.operator_address ?? '',
    ...devnet.contracts,
    ...(await makeContracts(client, me.address, codeId)),
    nextCode: { codeId: nextCodeId, codeHash: await hashOf(client, nextCodeId) },
  }
}

/** The numbers of the code and of what may follow it; and the person may send coins in the friend's name. */
async function uploadCode(client: SecretNetworkClient, me: string): Promise<readonly number[]> {
  const sender = client.address
  const { 'probe-v1': code, 'probe-v1-next': next } = buildTestContracts()
  const stored = await run(client, [
    ...[code, next].map(
      (wasm) => new MsgStoreCode({ sender, wasm_byte_code: wasm, source: '', builder: '' }),
    ),
    new MsgGrant({
      granter: sender,
      grantee: me,
      authorization: { msg: MsgGrantAuthorization.MsgSend },
      expiration: NEXT_YEAR,
    }),
  ])
  return found(stored, 'code_id').map(Number)
}

async function makeContracts(
  client: SecretNetworkClient,
  me: string,
  codeId: number,
): Promise<Pick<Scene, 'ownToken' | 'cards' | 'items' | 'upgradable'>> {
  const kinds = [
    { codeId: BUILT_IN.snip20, init: tokenOf(me) },
    { codeId: BUILT_IN.snip721, init: { name: 'Cards', symbol: 'CARD', admin: me, entropy: 'e' } },
    { codeId: BUILT_IN.snip1155, init: itemsOf(me) },
    { codeId, init: {}, admin: me },
  ]
  const hashes = await Promise.all(kinds.map((kind) => hashOf(client, kind.codeId)))
  const messages = kinds.map(
    ({ codeId, init, admin }, index) =>
      new MsgInstantiateContract({
        sender: client.address,
        code_id: codeId,
        code_hash: hashes[index] ?? '',
        label: `contract ${index} of a scene`,
        init_msg: init,
        init_funds: [],
        ...(admin === undefined ? {} : { admin }),
      }),
  )
  const made = found(await run(client, messages), 'contract_address')
  const [ownToken, cards, items, upgradable] = made.map((address, index) => ({
    address,
    codeHash: hashes[index] ?? '',
  }))
  if (ownToken === undefined || cards === undefined || items === undefined || upgradable === undefined) {
    throw new Error('A contract was not made.')
  }
  return { ownToken, cards, items, upgradable }
}

interface Logged {
  readonly arrayLog?: readonly { readonly key: string; readonly value: string }[] | undefined
}

async function run(client: SecretNetworkClient, messages: Msg[]): Promise<Logged> {
  const tx = await client.tx.broadcast(messages, { gasLimit: 9_000_000, broadcastCheckIntervalMs: 100 })
  if (tx.code !== 0) throw new Error(tx.rawLog)
  return tx
}

/** What the transaction says under a key; several events may say the same. */
function found({ arrayLog = [] }: Logged, key: string): readonly string[] {
  return [...new Set(arrayLog.filter((entry) => entry.key === key).map(({ value }) => value))]
}

async function hashOf(client: SecretNetworkClient, codeId: number): Promise<string> {
  const { code_hash = '' } = await client.query.compute.codeHashByCodeId({ code_id: String(codeId) })
  return code_hash
}

function tokenOf(owner: string): object {
  return {
    name: 'Own coin',
    symbol: 'OWN',
    decimals: 6,
    admin: owner,
    initial_balances: [{ address: owner, amount: '10000000' }],
    prng_seed: 'cHJuZw==',
    config: { enable_mint: true },
  }
}

function itemsOf(owner: string): object {
  const token_config = {
    fungible: {
      minters: [],
      decimals: 0,
      public_total_supply: true,
      enable_mint: false,
      enable_burn: false,
      minter_may_update_metadata: false,
    },
  }
  return {
    has_admin: true,
    admin: owner,
    curators: [owner],
    entropy: 'e',
    initial_tokens: [
      {
        token_info: { token_id: 'gold', name: 'Gold', symbol: 'GOLD', token_config },
        balances: [{ address: owner, amount: '1000' }],
      },
    ],
  }
}
