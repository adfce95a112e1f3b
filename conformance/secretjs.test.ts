import { type EncryptionUtils, type Msg, SecretNetworkClient, type TxResponse, Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../devnet/index'
import { MESSAGES } from './messages.fake'
import { OWNER_MESSAGES } from './owner-messages.fake'
import { Scenes } from './scenes.fake'
import { openWalletInPage, type WalletInPage } from './wallet-in-page.fake'

// secretjs with our signers and encryption does what it does with its own, message by message, on the same network.

type Signer = NonNullable<ConstructorParameters<typeof SecretNetworkClient>[0]['wallet']>
interface Provider {
  enable(chainId: string): Promise<void>
  getOfflineSigner(chainId: string): Signer
  getOfflineSignerOnlyAmino(chainId: string): Signer
  getOfflineSignerAuto(chainId: string): Promise<Signer>
  getEnigmaUtils(chainId: string): EncryptionUtils
}

const QUICK = { broadcastCheckIntervalMs: 30, gasLimit: 3_000_000, gasPriceInFeeDenom: 0.1 }

let devnet: Devnet
let scenes: Scenes
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 25 })
  scenes = await Scenes.prepare(devnet)
})
afterAll(() => devnet.stop())

/** What secretjs cannot write in amino, or writes in another way than the network; and what needs a validator made so. */
const NOT_IN_AMINO = [
  'propose',
  'deposit on a proposal',
  'vote',
  'vote in parts',
  'make a vesting account',
  'make an account that vests by periods',
  'store code',
  'make a validator',
  'change a validator',
  'collect a commission',
  'unjail',
  'take a proposal back',
]

/** Right messages that are refused all the same, by the code that says so: the validator is not jailed. */
const REFUSED_ON_CHAIN: Readonly<Record<string, number>> = {
  'ask a contract for what it cannot do': 3,
  unjail: 5,
}
const BAD_SIGNATURE = 'signature verification failed'

/** What there is to compare of a transaction: what became of it, or in whose words it was refused. */
async function outcome(client: SecretNetworkClient, message: Msg): Promise<unknown> {
  try {
    const tx = await client.tx.broadcast([message], { ...QUICK, ibcTxsOptions: { resolveResponses: false } })
    return { code: tx.code, codespace: tx.codespace, events: typesOf(tx), said: wordsOf(tx.rawLog) }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return { refused: words.includes(BAD_SIGNATURE) ? BAD_SIGNATURE : wordsOf(words) }
  }
}

function typesOf(tx: TxResponse): readonly string[] {
  return (tx.arrayLog ?? []).map(({ type, key }) => `${type}.${key}`)
}

/** A refusal in the network's or the contract's words, without what differs from account to account. */
function wordsOf(said: string): string {
  return said.replace(/secret(valoper)?1[a-z0-9]+/g, 'address').replace(/\d+/g, '_')
}

describe.each([
  ['getOfflineSigner', Wallet, [], 'direct'],
  ['getOfflineSignerOnlyAmino', AminoWallet, NOT_IN_AMINO, 'amino'],
  ['getOfflineSignerAuto', Wallet, [], 'direct'],
] as const)('secretjs through %s and getEnigmaUtils', (method, Own, unwritable, mode) => {
  let wallet: WalletInPage
  let through: SecretNetworkClient
  let own: SecretNetworkClient
  beforeAll(async () => {
    const [mine, theirs] = await scenes.people()
    wallet = await openWalletInPage(devnet.lcdUrl, mine)
    const keplr = wallet.window['keplr'] as Provider
    await keplr.enable(devnet.chainId)
    const signer = await keplr[method](devnet.chainId)
    const [account] = (await signer.getAccounts()) ?? []
    const network = { url: devnet.lcdUrl, chainId: devnet.chainId }
    through = new SecretNetworkClient({
      ...network,
      wallet: signer,
      walletAddress: account?.address ?? '',
      encryptionUtils: keplr.getEnigmaUtils(devnet.chainId),
    })
    const ownWallet = new Own(theirs)
    own = new SecretNetworkClient({ ...network, wallet: ownWallet, walletAddress: ownWallet.address })
  })

  it.each(Object.entries({ ...MESSAGES, ...OWNER_MESSAGES }))(
    'does as with its own wallet: %s',
    async (name, build) => {
      const [mine, theirs] = await Promise.all([
        scenes.of(through.address, own.address, name),
        scenes.of(own.address, through.address, name),
      ])
      const approved = wallet.approved.length
      const [ours, expected] = [await outcome(through, build(mine)), await outcome(own, build(theirs))]
      expect(ours).toEqual(expected)
      if (unwritable.some((each) => each === name)) return
      expect(ours).toMatchObject({ code: REFUSED_ON_CHAIN[name] ?? 0 })
      expect(wallet.approved.slice(approved)).toMatchObject([{ body: { kind: 'transaction', mode } }])
    },
  )

  it('opens what came back, as with its own encryption', async () => {
    const { token } = await scenes.of(through.address, own.address, '')
    const asked = {
      sender: through.address,
      contract_address: token.address,
      code_hash: token.codeHash,
      sent_funds: [],
    }
    const tx = await through.tx.compute.executeContract(
      { ...asked, msg: { create_viewing_key: { entropy: 'x' } } },
      QUICK,
    )
    expect(tx.rawLog).toBe('')
    expect(Buffer.from(tx.data[0] ?? new Uint8Array()).toString()).toContain('api_key_')
    const info = await through.query.compute.queryContract({
      contract_address: token.address,
      code_hash: token.codeHash,
      query: { token_info: {} },
    })
    expect(info).toMatchObject({ token_info: { symbol: 'SSCRT' } })
  })
})
