import { EncryptionUtilsImpl } from 'secretjs'
import { deriveTxKey, deriveTxSeed, SigningKey, sealMessage } from '../src/crypto/index'
import { openCiphertext } from '../src/crypto/tx-cipher'
import { type Figure, median } from './figure'

const CODE_HASH = 'ab'.repeat(32)
const IO_PUBLIC_KEY = Uint8Array.from(Buffer.from('F6VzVWDvNKbp0TaN3dx+4pf+B8x+y1dcvilAjWMh1As=', 'base64'))
const CASES = [
  { bytes: 256, rounds: 2000, atLeast: 19 },
  { bytes: 1024, rounds: 2000, atLeast: 19 },
  { bytes: 65_536, rounds: 60, atLeast: 15 },
]

/** Sealing one message and opening one answer of the same size: ours against secretjs, alternating in one run. */
export async function measureTxEncryption(): Promise<Figure[]> {
  const seed = deriveTxSeed(SigningKey.fromBytes(new Uint8Array(32).fill(7)), 'secretdev-1')
  const theirs = theirUtils()
  const figures: Figure[] = []
  for (const { bytes, rounds, atLeast } of CASES) {
    const message = { padding: 'x'.repeat(bytes - '{"padding":""}'.length) }
    const text = JSON.stringify(message)
    const ourTimes: number[] = []
    const theirTimes: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      let started = performance.now()
      const { wire, nonce } = sealMessage({
        seed,
        ioPublicKey: IO_PUBLIC_KEY,
        codeHash: CODE_HASH,
        message: text,
        blockSize: 1,
      })
      const key = deriveTxKey(seed, IO_PUBLIC_KEY, nonce)
      if (openCiphertext(key.bytes(), wire.subarray(64)) === undefined)
        throw new Error('Our message did not open.')
      ourTimes.push(performance.now() - started)
      started = performance.now()
      const sealed = await theirs.encrypt(CODE_HASH, message)
      await theirs.decrypt(sealed.subarray(64), sealed.subarray(0, 32))
      theirTimes.push(performance.now() - started)
    }
    const [ours, other] = [median(ourTimes), median(theirTimes)]
    figures.push({
      name: `tx encrypt + decrypt, ${bytes} B, against secretjs`,
      value: other / ours,
      unit: 'x',
      budget: { atLeast },
      note: `${ours.toFixed(3)} ms against ${other.toFixed(2)} ms`,
    })
  }
  return figures
}

/** secretjs fetches the network's key once per client; it gets it from here without a network. */
function theirUtils(): EncryptionUtilsImpl {
  const utils = new EncryptionUtilsImpl('http://localhost', new Uint8Array(32).fill(7))
  Object.assign(utils, { consensusIoPubKey: IO_PUBLIC_KEY })
  return utils
}
