import { SottoError } from '../../domain/index'

export type NetworkErrorCode =
  | 'network/unknown'
  | 'network/known'
  | 'network/too-many'
  | 'network/blocked'
  | 'network/unconfirmed-key'
  | 'network/disputed-code'
  | 'network/no-event'
  | 'network/not-acceptable'

const SENTENCES: Record<NetworkErrorCode, string> = {
  'network/unknown': 'Sotto does not know this network. Nothing was changed.',
  'network/known':
    'Sotto has a network of this name already, and nothing replaces it. Nothing was changed. Reject this request.',
  'network/too-many':
    'There are too many added networks. Nothing was changed. Remove one in Settings, under Network and nodes.',
  'network/blocked': 'Encryption is stopped until the open security question about this network is decided.',
  'network/unconfirmed-key':
    'Only one node could be reached, and its encryption key must be confirmed by a second one. Nothing was sent. Try again in a moment.',
  'network/disputed-code':
    'The nodes disagree about the code of this contract, so nothing is encrypted for it. Nothing was sent. Try again later or choose other nodes in Settings.',
  'network/no-event': 'This question is no longer open. Nothing was changed.',
  'network/not-acceptable':
    'This key cannot be accepted, because the nodes do not agree on it. Nothing was changed.',
}

export class NetworkError extends SottoError {
  override readonly name = 'NetworkError'

  constructor(code: NetworkErrorCode, options?: { cause?: unknown }) {
    super(code, SENTENCES[code], options)
  }
}
