import { SottoError } from '../../domain/index'

const SENTENCES = {
  'approval/gone': 'This request is no longer waiting. Nothing was signed.',
  'approval/page-gone': 'The page that asked is gone. Nothing was signed.',
  'approval/not-shown': 'This request was not shown yet. Nothing was signed. Look at it and decide again.',
  'approval/changed':
    'What this request would do has changed while it was open. Nothing was signed. Look at it again.',
  'approval/code-changed':
    'The contract no longer runs the code that this message is sealed for, so the network would refuse it. Nothing was signed and nothing was lost. Reject this, reload the site and try again.',
  'approval/code-in-question':
    'The nodes disagree about the code of this contract. Nothing was signed and nothing was lost. See what they said on the home screen, and try again when they agree.',
  'approval/not-connected': 'This site is no longer connected. Nothing was signed.',
  'approval/retired-key':
    'The network has replaced the encryption key that this message is for. It could not be read and the fee would be lost. Nothing was signed. Reject this, reload the site and try again.',
  'approval/key-in-question':
    'Encryption on this network is stopped by a security question. Nothing was signed. See what happened on the home screen, then decide here.',
  'approval/other-account': 'This was asked of another account. Nothing was signed.',
} as const
export type ApprovalErrorCode = keyof typeof SENTENCES

/** Why a yes was not carried out. */
export class ApprovalError extends SottoError {
  override readonly name = 'ApprovalError'
  declare readonly code: ApprovalErrorCode

  constructor(code: ApprovalErrorCode) {
    super(code, SENTENCES[code])
  }
}
