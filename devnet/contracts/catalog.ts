import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import type { Contract } from './contract'
import { oracle } from './oracle'
import { receiver } from './receiver'
import { snip20 } from './snip20/snip20'
import { snip20V2 } from './snip20/snip20-v2'
import { snip721 } from './snip721/snip721'
import { snip1155 } from './snip1155/snip1155'

/** Code that can be instantiated: what MsgStoreCode would have put there. */
export interface StoredCode {
  readonly codeId: number
  readonly contract: Contract
  /** A WebAssembly module that only names the built-in contract, so that it has a hash like any other code. */
  readonly wasm: Uint8Array
  /** SHA-256 of `wasm`, lower-case hex. */
  readonly codeHash: string
  readonly source: string
}

/** The contracts devnet comes with; the position is the code id. */
const BUILT_IN: readonly (readonly [name: string, contract: Contract])[] = [
  ['snip20', snip20],
  ['receiver', receiver],
  ['snip20-v2', snip20V2],
  ['snip721', snip721],
  ['snip1155', snip1155],
  ['oracle', oracle],
]

export const CODES: readonly StoredCode[] = BUILT_IN.map(([name, contract], at) => {
  const wasm = namedModule(`sotto-devnet/${name}/1`)
  return { codeId: at + 1, contract, wasm, codeHash: hex.encode(sha256(wasm)), source: '' }
})

export function findCode(codeId: number): StoredCode | undefined {
  return CODES[codeId - 1]
}

/** An empty module with one custom section of that name (WebAssembly core, 5.5.3). */
function namedModule(name: string): Uint8Array {
  const text = new TextEncoder().encode(name)
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, text.length + 1, text.length, ...text])
}
