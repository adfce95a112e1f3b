import type { PopupError } from '../../messages/popup'

const LONGEST_PASSWORD = 4096

/** What is wrong with the wallet's password as it was typed, so far as nobody has to be asked. */
export function ownPasswordProblem(password: string): string | undefined {
  if (password === '') return 'Enter your password.'
  return password.length > LONGEST_PASSWORD ? 'This is far too long to be your password.' : undefined
}

/** True when an error is about the password that was typed: it belongs at that field. */
export function isAboutPassword({ code }: PopupError): boolean {
  return code.endsWith('/wrong-password') || code === 'vault/wait'
}
