import type { PasskeyRequestView } from '../messages/popup'

/** What a new passkey gave; `salt` and `output` are 32 bytes in base64. */
export type PasskeyCreation =
  | {
      readonly kind: 'created'
      readonly credentialId: string
      readonly salt: string
      readonly output: string
    }
  | PasskeyRefusal

/** What an existing passkey gave; `output` is 32 bytes in base64. */
export type PasskeyAnswer =
  | { readonly kind: 'output'; readonly credentialId: string; readonly output: string }
  | PasskeyRefusal

export type PasskeyRefusal =
  | { readonly kind: 'cancelled' }
  /** `message` is a sentence for the person. */
  | { readonly kind: 'failed'; readonly message: string }

/** Passkeys as the face needs them: a secret of 32 bytes that only the passkey's owner can bring forth. */
export interface Passkeys {
  /** False when this browser cannot give such a secret at all; true is a hope, not a promise. */
  available(): Promise<boolean>
  /** Makes a passkey under that name. */
  create(options: { readonly name: string }): Promise<PasskeyCreation>
  /** Asks for any one of the passkeys named. */
  get(requests: readonly PasskeyRequestView[]): Promise<PasskeyAnswer>
}
