/** Whether the code that the chain stores is the code that its hash names: computed here, once for each code. */
import type { Chain } from '../../chain/index'
import type { ChainFacts } from '../page-ports'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'

export interface StoredCode {
  readonly codeId: string
  /** The hash that the contract is said to run, 64 lower-case hex digits. */
  readonly codeHash: string
}

export interface CheckedCodes {
  /** Fetches the code unless it was checked before; one after the other, for each is megabytes. Throws ChainError. */
  check(chain: Chain, code: StoredCode): Promise<'checked' | 'differs'>
}

interface CheckedCodesParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly facts: Pick<ChainFacts, 'codeHashes'>
}

const MOST_CODES = 1000

export function createCheckedCodes({ store, sealer, facts }: CheckedCodesParts): CheckedCodes {
  let last: Promise<unknown> = Promise.resolve()

  async function fetchAndCheck(chain: Chain, code: StoredCode): Promise<'checked' | 'differs'> {
    const { stated, computed } = await facts.codeHashes(chain, code.codeId)
    // What differs may be one node's doing: it is looked at again another time.
    if (stated !== code.codeHash || computed !== code.codeHash) return 'differs'
    await updateSealed(
      store,
      sealer,
      KEYS.checkedCodes,
      (known) => (known.some((one) => isSame(one, code)) ? known : [code, ...known].slice(0, MOST_CODES)),
      chain.chainId,
    )
    return 'checked'
  }

  return {
    async check(chain, code) {
      const known = await readSealed(store, sealer, KEYS.checkedCodes, chain.chainId)
      if (known.some((one) => isSame(one, code))) return 'checked'
      const turn = (): Promise<'checked' | 'differs'> => fetchAndCheck(chain, code)
      const result = last.then(turn, turn)
      // The queue only orders; whoever asked gets the error.
      last = result.catch(() => undefined)
      return await result
    },
  }
}

function isSame(a: StoredCode, b: StoredCode): boolean {
  return a.codeId === b.codeId && a.codeHash === b.codeHash
}
