import { base64 } from '@scure/base'
import { afterEach, describe, expect, it } from 'vitest'
import { SigningKey } from '../src/crypto/index'
import { addressFromBytes } from '../src/domain/index'
import { DEV_ACCOUNTS } from './accounts'
import { anyMessage } from './codec/any-message'
import { MsgSendSchema } from './codec/gen/bank_pb'
import { encodeSignDoc, encodeTxParts, encodeTxRaw } from './node/build-tx'
import { type Devnet, startDevnet } from './start-devnet'

const A = SigningKey.fromBytes(
  Uint8Array.from(Buffer.from('f0a7b67eb9a719d54f8a9bfbfb187d8c296b97911a05bf5ca30494823e46beb6', 'hex')),
)
const FROM = addressFromBytes(A.accountBytes())
const TO = DEV_ACCOUNTS[1]?.address ?? ''

const running: Devnet[] = []
afterEach(() => Promise.all(running.splice(0).map((devnet) => devnet.stop())))

function transfer(sequence: bigint): string {
  const { bodyBytes, authInfoBytes } = encodeTxParts({
    messages: [
      anyMessage(MsgSendSchema, {
        fromAddress: FROM,
        toAddress: TO,
        amount: [{ denom: 'uscrt', amount: '7' }],
      }),
    ],
    fee: { amount: [{ denom: 'uscrt', amount: 2_500n }], gas: 100_000n, payer: '', granter: '' },
    publicKey: A.publicKey(),
    sequence,
  })
  const document = encodeSignDoc({ bodyBytes, authInfoBytes, chainId: 'secretdev-1', accountNumber: 0n })
  return base64.encode(encodeTxRaw({ bodyBytes, authInfoBytes, signatures: [A.signBytes(document)] }))
}

/** Everything that one network says while the same things are done to it. */
async function story(seed: string): Promise<{ state: string; answers: string[] }> {
  const devnet = await startDevnet({ seed, byHand: true, evenTime: true })
  running.push(devnet)
  devnet.faults.add({ kind: 'tx-hash', probability: 0.5 })
  const answers: string[] = []
  const hear = async (url: string, init?: RequestInit) => answers.push(await (await fetch(url, init)).text())
  for (let sequence = 0n; sequence < 6n; sequence++) {
    const body = JSON.stringify({ tx_bytes: transfer(sequence), mode: 'BROADCAST_MODE_SYNC' })
    await hear(`${devnet.lcdUrl}/cosmos/tx/v1beta1/txs`, { method: 'POST', body })
    devnet.nextBlock()
  }
  await hear(`${devnet.faucetUrl}/faucet?address=${FROM}`)
  devnet.jump({ seconds: 3_600, blocks: 3 })
  devnet.rotateIoKey()
  for (const path of ['/registration/v1beta1/tx-key', '/cosmos/tx/v1beta1/txs?query=tx.height>0']) {
    await hear(`${devnet.lcdUrl}${path}`)
  }
  for (const path of ['/block?height=2', '/block_results', '/tx_search?query="tx.height>0"', '/status']) {
    await hear(`${devnet.rpcUrl}${path}`)
  }
  return { state: JSON.stringify(devnet.state()), answers }
}

describe('two networks of one seed', () => {
  it('hold and say the same, byte for byte, after the same transactions in blocks made by hand', async () => {
    const [one, two] = [await story('one'), await story('one')]
    expect(two).toEqual(one)
    expect(one.state).toContain('"height":11')
  })

  it('differ from those of another', async () => {
    expect((await story('one')).state).not.toBe((await story('two')).state)
  })
})
