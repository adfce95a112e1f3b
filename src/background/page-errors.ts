/** What pages learn when something does not happen: a code and a fixed sentence, never a cause or a node's words. */

import type { NearPermitReason } from '../chain/codec/index'
import type { ChainErrorCode } from '../chain/index'
import type { JsonValue } from '../domain/index'
import type { PageErrorCode, PageOutcome } from '../messages/page'
import { safeText } from './review/safe-text'

const SENTENCES = {
  rejected: 'Request rejected',
  muted: 'Too many requests were rejected. Try again in a minute.',
  busy: 'Another request of this site is still waiting for an answer.',
  'no-wallet': 'There is no wallet yet. Create or import one first.',
  'no-account': 'The account that is selected in Sotto is only watched. Select one with a key.',
  'unknown-chain': 'Sotto does not know this network.',
  'signer-mismatch': 'The signer is not the account that is selected in the wallet.',
  'chain-mismatch': 'The document is for another network than the one asked for.',
  'no-viewing-key': 'There is no viewing key for this token.',
  'not-here': 'Sotto is turned off for this site. Turn it on in Sotto, under Sites.',
  'key-mismatch': 'The public key is not the one of the account that is selected in the wallet.',
  'tx-refused': 'The network refused this transaction.',
  'tx-unclear': 'It is not known yet whether the transaction arrived. Look for it before you send it again.',
  'not-yours': 'This was not encrypted by this site with this wallet.',
  'bad-request': 'Sotto cannot read this request.',
  'bad-address': 'This is no address of this network.',
  blocked: 'Encryption is stopped until a security question is answered in the wallet.',
  unavailable: 'The network could not be reached. Nothing was signed.',
} as const satisfies Record<PageErrorCode, string>

function nearPermit(why: string): string {
  return `Sotto refuses this document: it looks like a permit, but ${why}.`
}

/** Requests that could be read and are refused all the same, each with its reason in a fixed sentence. */
const REASONS = {
  'tx-seed': 'Sotto never signs this text: its signature is the key to all private messages of an account.',
  company: nearPermit('it holds more than the permit alone'),
  content: nearPermit('its content is missing'),
  frame: nearPermit('its fee, memo, numbers or keys are not those of a permit'),
  name: nearPermit('it has no name'),
  'name-characters': nearPermit('its name holds <, > or &, with which no contract can verify it'),
  network: nearPermit('it names no network'),
  contracts: nearPermit('it names no contracts'),
  permissions: nearPermit('it names no permissions'),
  'permission-characters': nearPermit(
    'one of its permissions holds <, > or &, with which no contract can verify it',
  ),
  dates: nearPermit('its dates are not dates in UTC'),
  blanket: nearPermit('it is for every token but has no start, or names other tokens too'),
  address: nearPermit('it names a contract that is not an address of this network'),
  'text-is-transaction': 'Sotto refuses this text: it is a transaction that is passed off as a message.',
  'not-secret-chain': 'Sotto keeps networks of the Secret kind alone, and this is another one.',
  'chain-endpoint': 'A network needs a node with an https address.',
  'retired-key':
    'The network has replaced the encryption key that this transaction is for. It could not be read and its fee would be lost, so it was not sent. Sign it anew.',
  'not-a-token': 'The contract at this address does not answer as a token.',
} as const satisfies Record<NearPermitReason, string> & Readonly<Record<string, string>>
export type RefusalReason = keyof typeof REASONS

export function pageResult(value: JsonValue): PageOutcome {
  return { kind: 'result', value }
}

export function pageError(code: PageErrorCode): PageOutcome {
  return { kind: 'error', error: { code, message: SENTENCES[code] } }
}

/** What is wrong with an address of the page's own. */
export function badAddress(problem: string): PageOutcome {
  return { kind: 'error', error: { code: 'bad-address', message: problem } }
}

/** DApps look for the name of the network: of several they learn the first that is not known. */
export function unknownChain(chainId: string): PageOutcome {
  return { kind: 'error', error: { code: 'unknown-chain', message: SENTENCES['unknown-chain'], chainId } }
}

/** A `bad-request` that says why. */
export function pageRefusal(reason: RefusalReason): PageOutcome {
  return { kind: 'error', error: { code: 'bad-request', message: REASONS[reason] } }
}

/**
 * Why sending failed, in the words that dApps know, before what it means. It names no node: which one a person chose is
 * nobody's business.
 */
export function sendingFailed(code: 'tx-unclear' | 'unavailable', reason: ChainErrorCode): PageOutcome {
  const meaning = code === 'tx-unclear' ? SENTENCES[code] : 'Nothing was sent.'
  const words = reason === 'chain/offline' ? 'Failed to fetch' : 'Failed to get response from the node'
  return { kind: 'error', error: { code, message: `${words}. ${meaning}` } }
}

/** What a node says of a transaction is as long as a node likes; a page gets so much of it. */
const QUOTE_LIMIT = 1000

/** A node's own words with nothing in them that cannot be seen, and not too many. */
export function pageQuoted(words: string): string {
  return safeText(words, QUOTE_LIMIT)
}

/** An error that quotes a node, because dApps look for its words. */
export function pageQuote(code: PageErrorCode, words: string): PageOutcome {
  return { kind: 'error', error: { code, message: words === '' ? SENTENCES[code] : pageQuoted(words) } }
}
