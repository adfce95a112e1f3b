import {
  type Msg,
  MsgDelegate,
  MsgExecuteContract,
  MsgMultiSend,
  MsgSend,
  MsgSetAutoRestake,
  MsgTransfer,
  SecretNetworkClient,
  Wallet,
} from 'secretjs'
import type { Devnet } from '../devnet/index'

/** What the transactions run on besides the chain's own modules. */
export interface Ground {
  readonly devnet: Devnet
  readonly probe: { readonly address: string; readonly codeHash: string }
  readonly validator: string
}

const GAS = 150_000
const FAR_FUTURE_SECONDS = '4102444800'

/** Signs `count` transactions of mixed kinds for each of the well-known accounts, in the order of their sequences. */
export async function signTransactions(ground: Ground, count: number): Promise<Uint8Array[][]> {
  return Promise.all(ground.devnet.accounts.map((account) => signFor(ground, account.mnemonic, count)))
}

export function clientOf({ lcdUrl, chainId }: Devnet, mnemonic: string): SecretNetworkClient {
  const wallet = new Wallet(mnemonic)
  return new SecretNetworkClient({ url: lcdUrl, chainId, wallet, walletAddress: wallet.address })
}

async function signFor(ground: Ground, mnemonic: string, count: number): Promise<Uint8Array[]> {
  const { devnet } = ground
  const client = clientOf(devnet, mnemonic)
  const { account } = await client.query.auth.account({ address: client.address })
  const known = account as { readonly account_number: string; readonly sequence: string }
  const kinds = kindsOf(ground, client.address)
  const signed: Uint8Array[] = []
  for (let at = 0; at < count; at++) {
    const kind = kinds[at % kinds.length]
    if (kind === undefined) throw new Error('There is no kind of transaction.')
    const explicitSignerData = {
      accountNumber: Number(known.account_number),
      sequence: Number(known.sequence) + at,
      chainId: devnet.chainId,
    }
    signed.push(await client.tx.signTx([kind(at)], { gasLimit: GAS, explicitSignerData }))
  }
  return signed
}

/** Public and private sends, contract calls of both sorts, staking, grants and another chain. */
function kindsOf({ devnet, probe, validator }: Ground, me: string): ((at: number) => Msg)[] {
  const [a, b] = devnet.accounts
  const to = (a?.address === me ? b?.address : a?.address) ?? me
  const one = [{ denom: 'uscrt', amount: '1' }]
  const { sscrt } = devnet.contracts
  const call = (contract: { address: string; codeHash: string }, msg: object): Msg =>
    new MsgExecuteContract({
      sender: me,
      contract_address: contract.address,
      code_hash: contract.codeHash,
      msg,
    })
  return [
    () => new MsgSend({ from_address: me, to_address: to, amount: one }),
    (at) => call(sscrt, { set_viewing_key: { key: `key ${at}` } }),
    (at) => call(probe, { set: { key: `key ${at % 50}`, value: 'x'.repeat(64) } }),
    () =>
      new MsgMultiSend({
        inputs: [{ address: me, coins: one }],
        outputs: [{ address: to, coins: one }],
      }),
    () =>
      new MsgDelegate({
        delegator_address: me,
        validator_address: validator,
        amount: { denom: 'uscrt', amount: '1' },
      }),
    () => call(sscrt, { increase_allowance: { spender: to, amount: '1' } }),
    (at) => call(probe, { log: { key: 'k', value: `${at}` } }),
    (at) =>
      new MsgSetAutoRestake({
        delegator_address: me,
        validator_address: validator,
        enabled: at % 16 < 8,
      }),
    () =>
      new MsgTransfer({
        source_port: 'transfer',
        source_channel: 'channel-1',
        token: { denom: 'uscrt', amount: '1' },
        sender: me,
        receiver: 'osmo1q9qj5u4s2rfrwlxqgtc8qyfzryxpr6kvhpwxpf',
        timeout_timestamp: FAR_FUTURE_SECONDS,
        memo: ' ',
      }),
  ]
}
