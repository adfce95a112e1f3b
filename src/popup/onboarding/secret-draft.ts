import type { PopupParams } from '../../messages/popup'

/** A phrase or a private key as it is being typed, in the shape in which the background takes it. */
export type SecretDraft = PopupParams['importVault']['secret']

/** More than any phrase of 24 words in a numbered list; the background takes no more. */
const LONGEST_PHRASE = 4000
const LONGEST_PASSPHRASE = 1000
const LONGEST_KEY = 1000

export const NO_PHRASE: SecretDraft = { kind: 'phrase', phrase: '', passphrase: '', unlisted: false }
export const NO_KEY: SecretDraft = { kind: 'private-key', privateKey: '' }

/** What is wrong with it, so far as nobody has to be asked. */
export function draftProblem(draft: SecretDraft): string | undefined {
  if (draft.kind === 'private-key') {
    if (draft.privateKey.trim() === '') return 'Enter your private key.'
    return draft.privateKey.length > LONGEST_KEY ? 'This is far too long to be a private key.' : undefined
  }
  if (draft.phrase.trim() === '') return 'Enter your recovery phrase.'
  if (draft.phrase.length > LONGEST_PHRASE) return 'This is far too long to be a recovery phrase.'
  if (draft.passphrase.length <= LONGEST_PASSPHRASE) return undefined
  return `The extra passphrase is too long. Sotto takes up to ${LONGEST_PASSPHRASE} letters.`
}
