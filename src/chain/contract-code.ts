import { hex } from '@scure/base'
import * as v from 'valibot'
import { sha256 } from '../crypto/index'
import { type CodeHash, parseCodeHash } from '../domain/index'
import { readAnswer } from './answer'
import { transportError } from './chain-error'
import type { Client } from './client'

/** The hash of stored code by the node's word, and as it comes out here. */
export interface CodeHashes {
  readonly stated: CodeHash
  readonly computed: CodeHash
}

/** The largest code the network takes is a few megabytes; base64 makes four bytes of three. */
const MOST_BYTES = 12 * 1024 * 1024
const TIMEOUT_MS = 30_000

const codeAnswer = v.object({
  code_info: v.object({ code_hash: v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{64}$/)) }),
  wasm: v.pipe(v.string(), v.nonEmpty()),
})

/**
 * Fetches the code stored under an id and hashes it here (SHA-256 of the uncompressed wasm).
 * Throws ChainError, `chain/too-large` above 12 MB. Protocol 4.6, 8.
 */
export async function getCodeHashes(
  client: Client,
  codeId: bigint,
  signal?: AbortSignal,
): Promise<CodeHashes> {
  const path = `/compute/v1beta1/code/${codeId}`
  const request = { path, signal, maxBytes: MOST_BYTES, timeoutMs: TIMEOUT_MS }
  const { code_info: info, wasm } = readAnswer(codeAnswer, await client.request(request))
  return {
    stated: parseCodeHash(info.code_hash),
    computed: parseCodeHash(hex.encode(sha256(decodeLarge(wasm)))),
  }
}

/** Megabytes of base64: character by character in a plain loop, which nothing else here comes near. */
function decodeLarge(text: string): Uint8Array {
  let binary: string
  try {
    binary = atob(text)
  } catch (error) {
    throw transportError('chain/bad-answer', error)
  }
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}
