/** The last look before a signature: does every contract still run the code that its message is sealed for? */
import type { Chain } from '../../chain/index'
import { type Address, SottoError } from '../../domain/index'
import type { ChainFacts } from '../page-ports'
import type { ContractBook } from './contract-book'
import type { OpenedRequest } from './reviewer'
import { isTxRequest } from './sign-request'
import { contentOf } from './tx-content'

export interface CodeGuard {
  /** Asks the chain with a short time limit; where no node answers, what was learned for the screen decides. */
  check(opened: OpenedRequest): Promise<'fits' | 'changed'>
}

interface CodeGuardParts {
  readonly facts: Pick<ChainFacts, 'codeHash'>
  readonly book: Pick<ContractBook, 'contract' | 'askAgain'>
  readonly after: (milliseconds: number, callback: () => void) => () => void
}

/** Longer than a node that is well takes, shorter than a person's patience. */
const TIME_LIMIT_MS = 1500

interface SealedFor {
  readonly contract: Address
  readonly codeHash: string
}

export function createCodeGuard({ facts, book, after }: CodeGuardParts): CodeGuard {
  async function current(chain: Chain, contract: Address): Promise<string | undefined> {
    let stop = (): void => undefined
    const late = new Promise<undefined>((resolve) => {
      stop = after(TIME_LIMIT_MS, () => resolve(undefined))
    })
    const fresh = await Promise.race([answerOf(facts.codeHash(chain, contract)), late])
    stop()
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
