/** The last look before a signature: does every contract still run the code that its message is sealed for? */
import type { Chain } from '../../chain/index'
import { type Address, SottoError } from '../../domain/index'
import type { ChainFacts, PageNetworks } from '../page-ports'
import type { ContractBook } from './contract-book'
import type { OpenedRequest } from './reviewer'
import { isTxRequest } from './sign-request'
import { contentOf } from './tx-content'

export interface CodeGuard {
  /**
   * Asks the chain with a short time limit; where no node answers, what was learned for the screen decides. `disputed`
   * while nodes disagree about one of the contracts.
   */
  check(opened: OpenedRequest): Promise<'fits' | 'changed' | 'disputed'>
}

interface CodeGuardParts {
  readonly facts: Pick<ChainFacts, 'codeHash'>
  readonly networks: Pick<PageNetworks, 'isDisputed'>
  readonly book: Pick<ContractBook, 'contract' | 'askAgain'>
  readonly after: (milliseconds: number, callback: () => void) => () => void
}

/** Longer than a node that is well takes, shorter than a person's patience. */
const TIME_LIMIT_MS = 1500

interface SealedFor {
  readonly contract: Address
  readonly codeHash: string
}

export function createCodeGuard({ facts, networks, book, after }: CodeGuardParts): CodeGuard {
  async function inTime<T>(answer: Promise<T>, otherwise: T): Promise<T> {
    let stop = (): void => undefined
    const late = new Promise<T>((resolve) => {
      stop = after(TIME_LIMIT_MS, () => resolve(otherwise))
    })
    const given = await Promise.race([answer, late])
    stop()
    return given
  }

  /** Asked after the code itself, which settles a dispute or notes one. One that cannot be looked into in time stands. */
  async function isDisputed({ chainId }: Chain, contract: Address): Promise<boolean> {
    return await inTime(networks.isDisputed(chainId, contract), true)
  }

  async function current(chain: Chain, contract: Address): Promise<string | undefined> {
    const fresh = await inTime(answerOf(facts.codeHash(chain, contract)), undefined)
    if (fresh !== undefined) return fresh
    const shown = book.contract(chain, contract).codeHash
    return shown.kind === 'known' ? shown.value : undefined
  }

  return {
    async check(opened) {
      if (!isTxRequest(opened.request)) return 'fits'
      const { chain } = opened
      const sealed = sealedFor(opened)
      const contracts = [...new Set(sealed.map(({ contract }) => contract))]
      const hashes = new Map(
        await Promise.all(
          contracts.map(async (contract) => [contract, await current(chain, contract)] as const),
        ),
      )
      const disputed = await Promise.all(contracts.map((contract) => isDisputed(chain, contract)))
      if (disputed.includes(true)) return 'disputed'
      const changed = sealed.filter(({ contract, codeHash }) => {
        const found = hashes.get(contract)
        return found !== undefined && found !== codeHash
      })
      for (const { contract } of changed) book.askAgain(chain, contract)
      return changed.length === 0 ? 'fits' : 'changed'
    },
  }
}

/** A migration is read by the new code, so only messages to be run have a hash that must be the present one. */
function sealedFor({ request, inputs }: OpenedRequest): readonly SealedFor[] {
  if (!isTxRequest(request)) return []
  return contentOf(request).messages.flatMap((message, index) => {
    const input = inputs[index]
    return message.kind === 'execute' && input?.kind === 'opened'
      ? [{ contract: message.contract, codeHash: input.codeHash }]
      : []
  })
}

/** A node that does not answer is no answer; a mistake of ours must not stay hidden. */
async function answerOf(asked: Promise<string>): Promise<string | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof SottoError) return undefined
    throw error
  }
}
