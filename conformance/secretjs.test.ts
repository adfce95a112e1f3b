import { type EncryptionUtils, type Msg, SecretNetworkClient, type TxResponse, Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../devnet/index'
import { buildTestContracts } from '../devnet/test-contracts/build-contracts.fake'
import { MESSAGES, type Scene } from './messages.fake'
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
let scene: Omit<Scene, 'me' | 'other' | 'label'>
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 25 })
  const reader = new SecretNetworkClient({ url: devnet.lcdUrl, chainId: devnet.chainId })
  const { validators = [] } = await reader.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
  const [validator = '', secondValidator = ''] = validators.map(
    ({ operator_address }) => operator_address ?? '',
  )
  const { address, codeHash } = devnet.contracts.sscrt
  const { code_id } = (await reader.query.compute
    .contractInfo({ contract_address: address })
    .then(({ contract_info }) => contract_info ?? {})) as { code_id?: string }
  scene = {
    validator,
    secondValidator,
    token: { address, codeHash, codeId: Number(code_id) },
    proposal: '1',
    wasm: buildTestContracts()['probe-v1'],
  }
})
afterAll(() => devnet.stop())

function mnemonicOf(name: string): string {
  const found = devnet.accounts.find((account) => account.name === name)
  if (found === undefined) throw new Error(`No account ${name}.`)
  return found.mnemonic
}

/** Only the validator itself may do these, and nobody here is one. */
const OF_VALIDATORS = ['collect a commission', 'unjail']
/** What secretjs cannot write in amino, or writes in another way than the network. */
const NOT_IN_AMINO = [
  ...OF_VALIDATORS,
  'propose',
  'deposit on a proposal',
  'vote',
  'vote in parts',
  'make a vesting account',
  'make an account that vests by periods',
  'store code',
]

const BAD_SIGNATURE = 'signature verification failed'

/** What there is to compare of a transaction: what became of it, or how the network refused it. */
async function outcome(client: SecretNetworkClient, message: Msg): Promise<unknown> {
  try {
    const tx = await client.tx.broadcast([message], { ...QUICK, ibcTxsOptions: { resolveResponses: false } })
    return { code: tx.code, codespace: tx.codespace, events: typesOf(tx), said: wordsOf(tx) }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return { refused: words.includes(BAD_SIGNATURE) ? 'by the network' : 'before it was sent' }
  }
}

function typesOf(tx: TxResponse): readonly string[] {
  return (tx.arrayLog ?? []).map(({ type, key }) => `${type}.${key}`)
}

/** A refusal in the network's or the contract's words, without what differs from account to account. */
function wordsOf({ rawLog }: TxResponse): string {
  return rawLog.replace(/secret(valoper)?1[a-z0-9]+/g, 'address').replace(/\d+/g, '_')
}

describe.each([
  ['getOfflineSigner', 'a', 'b', Wallet, OF_VALIDATORS],
  ['getOfflineSignerOnlyAmino', 'c', 'd', AminoWallet, NOT_IN_AMINO],
] as const)('secretjs through %s and getEnigmaUtils', (method, name, ownName, Own, refused) => {
  let wallet: WalletInPage
  let through: SecretNetworkClient
  let own: SecretNetworkClient
  beforeAll(async () => {
    wallet = await openWalletInPage(devnet.lcdUrl, mnemonicOf(name))
    const keplr = wallet.window['keplr'] as Provider
    await keplr.enable(devnet.chainId)
    const signer = keplr[method](devnet.chainId)
    const [account] = (await signer.getAccounts()) ?? []
    through = new SecretNetworkClient({
      url: devnet.lcdUrl,
      chainId: devnet.chainId,
      wallet: signer,
      walletAddress: account?.address ?? '',
      encryptionUtils: keplr.getEnigmaUtils(devnet.chainId),
    })
    const theirs = new Own(mnemonicOf(ownName))
    own = new SecretNetworkClient({
      url: devnet.lcdUrl,
      chainId: devnet.chainId,
      wallet: theirs,
      walletAddress: theirs.address,
    })
  })

  it.each(Object.entries(MESSAGES))('does as with its own wallet: %s', async (name, build) => {
    const sceneOf = (me: string, other: string): Scene => ({ ...scene, me, other, label: `${me} ${name}` })
    const [ours, theirs] = await Promise.all([
      outcome(through, build(sceneOf(through.address, own.address))),
      outcome(own, build(sceneOf(own.address, through.address))),
    ])
    expect(ours).toEqual(theirs)
    if (!refused.includes(name)) expect(ours).toMatchObject({ code: expect.any(Number) })
  })

  it('opens what came back, as with its own encryption', async () => {
    const { token } = scene
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

it('getOfflineSignerAuto signs as the signer with both ways', async () => {
  const wallet = await openWalletInPage(devnet.lcdUrl, mnemonicOf('a'))
  const keplr = wallet.window['keplr'] as Provider
  const signer = await keplr.getOfflineSignerAuto(devnet.chainId)
  const [account] = (await signer.getAccounts()) ?? []
  const me = account?.address ?? ''
  const client = new SecretNetworkClient({
    url: devnet.lcdUrl,
    chainId: devnet.chainId,
    wallet: signer,
    walletAddress: me,
    encryptionUtils: keplr.getEnigmaUtils(devnet.chainId),
  })
  const build = MESSAGES['send in private']
  if (build === undefined) throw new Error('There is no such message.')
  expect(await outcome(client, build({ ...scene, me, other: me, label: '' }))).toMatchObject({ code: 0 })
  expect(wallet.approved.at(-1)?.body).toMatchObject({ kind: 'transaction', mode: 'direct' })
})
