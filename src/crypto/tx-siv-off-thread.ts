import { concatBytes, equalBytes, unsharedView } from './bytes'
import { BLOCK_LENGTH } from './cmac'
import { firstCounter, maskForSiv, type SealedParts } from './siv'
import { openCiphertext, prepareTxKey, sealParts, splitCiphertext } from './tx-siv'

/** Below this many bytes, handing the work to the platform's cipher costs more than it saves. */
const WORTH_HANDING_OVER = 8192

/** As `sealCiphertext`, with the platform's AES for large texts: same bytes, and the thread stays free. */
export async function sealCiphertextOffThread(txKey: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array> {
  const { tag, body } = await sealPartsOffThread(txKey, plaintext)
  return concatBytes(tag, body)
}

/** As `sealCiphertextOffThread`, tag and body still apart. */
export async function sealPartsOffThread(txKey: Uint8Array, plaintext: Uint8Array): Promise<SealedParts> {
  if (plaintext.length < WORTH_HANDING_OVER) return sealParts(txKey, plaintext)
  const keys = prepareTxKey(txKey)
  const platform = importHalves(txKey)
  const tag = await tagOffThread(platform.mac, maskForSiv(keys, plaintext))
  return { tag, body: await counterOffThread(platform.counter, tag, plaintext) }
}

/** As `openCiphertext`, with the platform's AES for large texts: same answer, and the thread stays free. */
export async function openCiphertextOffThread(
  txKey: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const parts = splitCiphertext(ciphertext)
  if (parts === undefined || ciphertext.length < WORTH_HANDING_OVER) return openCiphertext(txKey, ciphertext)
  const keys = prepareTxKey(txKey)
  const platform = importHalves(txKey)
  const plaintext = await counterOffThread(platform.counter, parts.tag, parts.body)
  const expected = await tagOffThread(platform.mac, maskForSiv(keys, plaintext))
  return equalBytes(expected, parts.tag) ? plaintext : undefined
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
async function tagOffThread(key: Promise<CryptoKey>, masked: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const iv = new Uint8Array(BLOCK_LENGTH)
  const chain = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, await key, masked)
  return Uint8Array.from(new Uint8Array(chain, masked.length - BLOCK_LENGTH, BLOCK_LENGTH))
}

/** A counter of 64 bits reaches beyond any length while the cleared bit keeps it from wrapping. */
async function counterOffThread(
  key: Promise<CryptoKey>,
  tag: Uint8Array,
  input: Uint8Array,
): Promise<Uint8Array> {
  const params = { name: 'AES-CTR', counter: firstCounter(tag), length: 64 }
  return new Uint8Array(await crypto.subtle.encrypt(params, await key, unsharedView(input)))
}
