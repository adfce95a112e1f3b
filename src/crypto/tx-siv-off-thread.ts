import { checkLength, concatBytes, equalBytes, unsharedView } from './bytes'
import { BLOCK_LENGTH, firstCounter, maskedForMac, prepareSiv } from './siv'
import { openCiphertext, type SealedParts, sealParts, TX_KEY_LENGTH } from './tx-siv'

/** Below this many bytes, handing the work to the platform's cipher costs more than it saves. */
const WORTH_HANDING_OVER = 8192

/** As `sealCiphertext`, with the platform's AES for large texts: same bytes, and the thread stays free. */
export async function sealCiphertextOffThread(txKey: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array> {
  const { tag, body } = await sealPartsOffThread(txKey, unsharedView(plaintext))
  return concatBytes(tag, body)
}

/** As `sealCiphertextOffThread`, tag and body still apart. */
export async function sealPartsOffThread(
  txKey: Uint8Array,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<SealedParts> {
  if (plaintext.length < WORTH_HANDING_OVER) return sealParts(txKey, plaintext)
  checkLength(txKey, TX_KEY_LENGTH, 'tx key', 'tx-key/length')
  const platform = importHalves(txKey)
  const masked = maskedForMac(prepareSiv(txKey), plaintext)
  const tag = await tagOffThread(await platform.mac, masked)
  return { tag, body: await counterOffThread(await platform.counter, tag, plaintext) }
}

/** As `openCiphertext`, with the platform's AES for large texts: same answer, and the thread stays free. */
export async function openCiphertextOffThread(
  txKey: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (ciphertext.length < WORTH_HANDING_OVER) return openCiphertext(txKey, ciphertext)
  checkLength(txKey, TX_KEY_LENGTH, 'tx key', 'tx-key/length')
  const platform = importHalves(txKey)
  const keys = prepareSiv(txKey)
  const tag = Uint8Array.from(ciphertext.subarray(0, BLOCK_LENGTH))
  const body = unsharedView(ciphertext.subarray(BLOCK_LENGTH))
  const plaintext = await counterOffThread(await platform.counter, tag, body)
  const expected = await tagOffThread(await platform.mac, maskedForMac(keys, plaintext))
  return equalBytes(expected, tag) ? plaintext : undefined
}

function importHalves(txKey: Uint8Array): Record<'mac' | 'counter', Promise<CryptoKey>> {
  const macKey = txKey.slice(0, BLOCK_LENGTH)
  const counterKey = txKey.slice(BLOCK_LENGTH)
  return {
    mac: crypto.subtle.importKey('raw', macKey, 'AES-CBC', false, ['encrypt']),
    counter: crypto.subtle.importKey('raw', counterKey, 'AES-CTR', false, ['encrypt']),
  }
}

/** CMAC is the last block of a CBC chain; the platform adds one block of padding behind it, which is left off. */
async function tagOffThread(key: CryptoKey, masked: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const iv = new Uint8Array(BLOCK_LENGTH)
  const chain = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, masked)
  return Uint8Array.from(new Uint8Array(chain, masked.length - BLOCK_LENGTH, BLOCK_LENGTH))
}

async function counterOffThread(
  key: CryptoKey,
  tag: Uint8Array,
  input: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const counter = firstCounter(tag)
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CTR', counter, length: 64 }, key, input))
}
