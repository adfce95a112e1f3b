import { AbciError } from '../../node/abci-error'

const CODES = {
  inactiveProposal: { code: 3, words: 'inactive proposal' },
  invalidContent: { code: 5, words: 'invalid proposal content' },
  invalidType: { code: 6, words: 'invalid proposal type' },
  invalidVote: { code: 7, words: 'invalid vote option' },
  unroutable: { code: 10, words: 'proposal message not recognized by router' },
  noMessages: { code: 11, words: 'no messages proposed' },
  invalidSigner: { code: 13, words: 'expected gov account as only signer for proposal message' },
  metadataTooLong: { code: 15, words: 'metadata too long' },
  depositTooSmall: { code: 16, words: 'minimum deposit is too small' },
  invalidProposer: { code: 18, words: 'invalid proposer' },
  votingEnded: { code: 20, words: 'voting period already ended' },
  invalidProposal: { code: 21, words: 'invalid proposal' },
  summaryTooLong: { code: 22, words: 'summary too long' },
  invalidDepositDenom: { code: 23, words: 'invalid deposit denom' },
} as const

/** A refusal in the `gov` codespace; the log is `detail` and the code's own words. */
export function govError(name: keyof typeof CODES, detail = ''): AbciError {
  const { code, words } = CODES[name]
  return new AbciError('gov', code, detail === '' ? words : `${detail}: ${words}`)
}

/** What the chain says when its store has no proposal of that number. */
export function proposalNotFound(id: bigint): AbciError {
  const key = `key '${id}' of type github.com/cosmos/gogoproto/cosmos.gov.v1.Proposal`
  return new AbciError('undefined', 1, `collections: not found: ${key}`)
}
