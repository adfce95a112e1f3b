import { type Address, isAddress } from '../../domain/index'
import type { Approved } from '../contracts/dealings'
import type { ContractBook } from './contract-book'
import type { OpenedInput } from './open-input'
import { riskMessage } from './review-words'
import type { OpenedRequest } from './reviewer'
import { isTxRequest, type TxRequest } from './sign-request'
import { contentOf } from './tx-content'

type Opened = Pick<OpenedRequest, 'request' | 'chain' | 'inputs'>
const MOST_RECIPIENTS = 100

/** What is to be remembered of a request that the person said yes to. */
export function approvedOf(opened: Opened, book: Pick<ContractBook, 'contract'>): Approved {
  const { request, inputs } = opened
  if (!isTxRequest(request)) return { contracts: [], recipients: [] }
  return { contracts: contractsOf(request, opened, book), recipients: recipientsOf(request, inputs) }
}

function contractsOf(
  request: TxRequest,
  { chain, inputs }: Opened,
  book: Pick<ContractBook, 'contract'>,
): Approved['contracts'] {
  return contentOf(request).messages.flatMap((message, index) => {
    const input = inputs[index]
    if (message.kind !== 'execute' && message.kind !== 'migrate') return []
    const { info, codeHash } = book.contract(chain, message.contract)
    const known = codeHash.kind === 'known' ? codeHash.value : undefined
    // Sealed for the code that will read it: the new one in a migration.
    const hash = input?.kind === 'opened' ? input.codeHash : known
    const found = info.kind === 'known' ? info.value : undefined
    return {
      contract: message.contract,
      ...(hash === undefined ? {} : { codeHash: hash }),
      ...(found === undefined ? {} : { admin: found.admin ?? '' }),
    }
  })
}

function recipientsOf(request: TxRequest, inputs: readonly (OpenedInput | undefined)[]): readonly Address[] {
  const addresses = contentOf(request).messages.flatMap((message, index) => {
    const { payees } = riskMessage({
      message,
      input: inputs[index],
      contract: undefined,
      asking: false,
    })
    return payees.flatMap(({ address, kind }) =>
      kind !== 'rights' && kind !== 'allowed' && isAddress(address) ? [address] : [],
    )
  })
  return [...new Set(addresses)].slice(0, MOST_RECIPIENTS)
}
