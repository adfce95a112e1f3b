import type { TxResponse } from 'secretjs'

/** A transaction that went on chain and failed there, in the contract's own words. */
export class ContractFailure extends Error {
  readonly hash: string

  constructor(tx: TxResponse) {
    super(contractWords(tx))
    this.hash = tx.transactionHash
  }
}

/** What went wrong, as a person would say it. */
export function plainError(error: unknown, lcd: string): string {
  if (error instanceof ContractFailure) return `The contract refused: ${error.message}`
  // A node's own error arrives as the object that it sent, not as an Error.
  const said: unknown = Object(error).message
  const message = typeof said === 'string' ? said : String(error)
  if (message === 'Request rejected') return 'You declined this in your wallet.'
  if (/failed to fetch|networkerror|load failed/i.test(message)) return `The node at ${lcd} does not answer.`
  if (/account.*not (found|exist)|does not exist on chain/i.test(message)) {
    return 'This account is new to the network. Get some SCRT first.'
  }
  if (/insufficient fund/i.test(message)) return 'There is not enough SCRT for the amount and the fee.'
  return message
}

/** secretjs puts a decrypted error into the log: as JSON from older contracts, as a sentence from newer ones. */
function contractWords(tx: TxResponse): string {
  const log: unknown = tx.jsonLog
  if (typeof log === 'object' && log !== null && !Array.isArray(log)) {
    const [cause] = Object.values(log)
    if (typeof cause?.msg === 'string') return cause.msg
    return JSON.stringify(log)
  }
  const sentence = /message index: \d+: (.+?): (?:execute|instantiate) contract failed/.exec(tx.rawLog)
  return sentence?.[1] ?? tx.rawLog
}
