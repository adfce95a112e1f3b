/** Which code a contract runs, by the word of nodes that have to agree. */
import { hex } from '@scure/base'
import { ChainError, type Client, CodeHashDisagreement, getCodeHash } from '../../chain/index'
import type { Address, CodeHash } from '../../domain/index'
import { parseAddress } from '../../domain/index'
import { KEYS } from '../storage/keys'
import { readSealed, updateSealed } from '../storage/stored'
import type { SecurityEventOf } from './security-event-schema'
import { isDisputing, withCodeHashTrouble, withoutCodeHashTrouble } from './security-events'
import type { TxKeysParts } from './tx-key-check'

export interface CodeHashes {
  /**
   * The code hash that a message to the contract must name. Throws ChainError; when nodes disagree, that is a security
   * event too, and stands until they agree.
   */
  codeHash(chainId: string, contract: Address, options?: { readonly fresh?: boolean }): Promise<CodeHash>
  /** True while nodes disagree about the code of a contract, named by its address or by one of the code hashes in question. */
  isDisputed(chainId: string, addressOrCodeHash: string): Promise<boolean>
}

type CodeHashParts = Omit<TxKeysParts, 'alarms' | 'after'>
type Dispute = SecurityEventOf<'code-hash-disagreement'>

/** How soon nodes that disagreed are asked again. */
const ASK_AGAIN_MS = 10_000
const ID_BYTES = 8

export function createCodeHashes(parts: CodeHashParts): CodeHashes {
  const { store, sealer, clock, random, changed } = parts

  async function disputes(chainId: string): Promise<readonly Dispute[]> {
    const events = await readSealed(store, sealer, KEYS.securityEvents)
    return events.filter(isDisputing).filter((event) => event.chainId === chainId)
  }

  async function note(chainId: string, contract: Address, { answers }: CodeHashDisagreement): Promise<void> {
    const facts = { id: hex.encode(random(ID_BYTES)), chainId, now: clock() }
    await updateSealed(store, sealer, KEYS.securityEvents, (events) =>
      withCodeHashTrouble(events, { contract, answers }, facts),
    )
    changed()
  }

  async function codeHash(
    chainId: string,
    contract: Address,
    options: { readonly fresh?: boolean } = {},
  ): Promise<CodeHash> {
    const client: Client = await parts.client(chainId)
    const isInDispute = (await disputes(chainId)).some((event) => event.contract === contract)
    try {
      const found = await getCodeHash(client, contract, { fresh: options.fresh === true || isInDispute })
      if (isInDispute) {
        await updateSealed(store, sealer, KEYS.securityEvents, (events) =>
          withoutCodeHashTrouble(events, chainId, contract),
        )
        changed()
      }
      return found
    } catch (error) {
      if (error instanceof CodeHashDisagreement) await note(chainId, contract, error)
      throw error
    }
  }

  async function stillStands(chainId: string, { contract, checkedAt }: Dispute): Promise<boolean> {
    if (Math.abs(clock() - checkedAt) < ASK_AGAIN_MS) return true
    try {
      await codeHash(chainId, parseAddress(contract))
      return false
    } catch (error) {
      if (error instanceof ChainError) return true
      throw error
    }
  }

  return {
    codeHash,
    async isDisputed(chainId, what) {
      const about = (await disputes(chainId)).filter(
        ({ contract, answers }) => contract === what || answers.some((answer) => answer.codeHash === what),
      )
      const standing = await Promise.all(about.map((event) => stillStands(chainId, event)))
      return standing.includes(true)
    },
  }
}
