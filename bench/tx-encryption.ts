import { EncryptionUtilsImpl } from 'secretjs'
import { deriveTxKey, deriveTxSeed, SigningKey, sealMessageOffThread, type TxSeed } from '../src/crypto/index'
import { openCiphertextOffThread } from '../src/crypto/tx-cipher'
import { type Figure, median } from './figure'

const CODE_HASH = 'ab'.repeat(32)
const IO_PUBLIC_KEY = Uint8Array.from(Buffer.from('F6VzVWDvNKbp0TaN3dx+4pf+B8x+y1dcvilAjWMh1As=', 'base64'))
const CASES = [
  { bytes: 256, rounds: 2000, atLeast: 19 },
  { bytes: 1024, rounds: 2000, atLeast: 19 },
  { bytes: 65_536, rounds: 100, atLeast: 15 },
]

/** Sealing one message and opening one answer of the same size: ours against secretjs, alternating in one run. */
export async function measureTxEncryption(): Promise<Figure[]> {
  const seed = deriveTxSeed(SigningKey.fromBytes(new Uint8Array(32).fill(7)), 'secretdev-1')
  const theirs = theirUtils()
  const figures: Figure[] = []
  for (const { bytes, rounds, atLeast } of CASES) {
    const message = { padding: 'x'.repeat(bytes - '{"padding":""}'.length) }
    const ours: number[] = []
    const other: number[] = []
    // The first fifth warms both up.
    for (let round = -rounds / 5; round < rounds; round += 1) {
      const our = await timed(() => sealAndOpenOurs(seed, JSON.stringify(message)))
      const their = await timed(() => sealAndOpenTheirs(theirs, message))
      if (round < 0) continue
      ours.push(our)
      other.push(their)
    }
    figures.push({
      name: `tx encrypt + decrypt, ${bytes} B, against secretjs`,
      value: median(other) / median(ours),
      unit: 'x',
      budget: { atLeast },
      note: `${median(ours).toFixed(3)} ms against ${median(other).toFixed(2)} ms`,
    })
  }
  return figures
}

async function timed(act: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

async function sealAndOpenOurs(seed: TxSeed, message: string): Promise<void> {
  const { wire, nonce } = await sealMessageOffThread({
    seed,
    ioPublicKey: IO_PUBLIC_KEY,
    codeHash: CODE_HASH,
    message,
    blockSize: 1,
  })
  const key = deriveTxKey(seed, IO_PUBLIC_KEY, nonce)
  const opened = await openCiphertextOffThread(key.bytes(), wire.subarray(64))
  if (opened === undefined) throw new Error('Our message did not open.')
}

async function sealAndOpenTheirs(theirs: EncryptionUtilsImpl, message: object): Promise<void> {
  const sealed = await theirs.encrypt(CODE_HASH, message)
  await theirs.decrypt(sealed.subarray(64), sealed.subarray(0, 32))
}

/** secretjs fetches the network's key once per client; it gets it from here without a network. */
function theirUtils(): EncryptionUtilsImpl {
  const utils = new EncryptionUtilsImpl('http://localhost', new Uint8Array(32).fill(7))
  Object.assign(utils, { consensusIoPubKey: IO_PUBLIC_KEY })
  return utils
}
