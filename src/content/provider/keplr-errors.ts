import type { PageErrorCode } from '../../messages/page'
import { NativeError, setPrototypeOf } from './natives'
import type { PageFailure } from './page-failure'

/** Sentences that dApps compare with, so not a letter may change. Other codes keep the wallet's own sentence. */
type Wording = Readonly<Partial<Record<PageErrorCode, string>>>

const SHARED: Wording = {
  rejected: 'Request rejected',
  muted: 'Request rejected',
  'no-wallet': 'Users need to create their accounts first',
  'no-viewing-key': 'There is no matched secret20',
  'key-mismatch': 'Pub key unmatched',
}

/** For the methods of the provider itself. */
export const PROVIDER_WORDS: Wording = setPrototypeOf(
  {
    ...SHARED,
    'signer-mismatch': 'Signer mismatched',
    'chain-mismatch': 'Chain id in the message is not matched with the requested chain id',
  },
  null,
)

/** For the methods of an offline signer. */
export const SIGNER_WORDS: Wording = setPrototypeOf(
  {
    ...SHARED,
    'signer-mismatch': 'Unknown signer address',
    'bad-address': 'Unknown signer address',
    'chain-mismatch': 'Unmatched chain id with the offline signer',
  },
  null,
)

/** The plain Error that a dApp expects: everything it can read is the message. */
export function keplrError({ code, message, chainId }: PageFailure, words: Wording): Error {
  return new NativeError(
    code === 'unknown-chain' ? `There is no modular chain info for ${chainId}` : (words[code] ?? message),
  )
}
