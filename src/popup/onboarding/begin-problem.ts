import type { PopupError } from '../../messages/popup'

/** What is in the way of a wallet, and the field where that can be mended. */
export interface BeginProblem {
  readonly at: 'secret' | 'password' | 'confirm' | 'form'
  readonly text: string
  readonly code?: string
}

const SECRET_CODES = /^(mnemonic|private-key|key)\//

/** The place of what the background refused. */
export function problemOfError({ code, message }: PopupError): BeginProblem {
  if (SECRET_CODES.test(code)) return { at: 'secret', text: message, code }
  return { at: code.startsWith('password/') ? 'password' : 'form', text: message, code }
}
