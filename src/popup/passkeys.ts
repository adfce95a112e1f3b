/** Passkeys over WebAuthn (Level 3) with its PRF extension: the authenticator turns a salt into 32 secret bytes. */
import { base64, base64urlnopad } from '@scure/base'
import type { PasskeyRequestView } from '../messages/popup'
import type { PasskeyAnswer, PasskeyCreation, PasskeyRefusal, Passkeys } from './passkeys-port'

const BYTES = 32

export interface PasskeyParts {
  /** Absent where the browser has no WebAuthn. */
  readonly credentials: Pick<CredentialsContainer, 'create' | 'get'> | undefined
  /** What the browser says it can do with passkeys, where it says so. */
  readonly capabilities: (() => Promise<Readonly<Record<string, boolean>>>) | undefined
  readonly random: (length: number) => Uint8Array<ArrayBuffer>
}

export function createPasskeys(parts: PasskeyParts): Passkeys {
  return {
    available: () => isAvailable(parts),
    create: ({ name }) => createPasskey(parts, name),
    get: (requests) => getOutput(parts, requests),
  }
}

/** The passkeys of the browser this page runs in. */
export function browserPasskeys(random: PasskeyParts['random']): Passkeys {
  const known = typeof PublicKeyCredential === 'function'
  return createPasskeys({
    credentials: known ? navigator.credentials : undefined,
    capabilities:
      known && 'getClientCapabilities' in PublicKeyCredential
        ? () => PublicKeyCredential.getClientCapabilities()
        : undefined,
    random,
  })
}

async function isAvailable({ credentials, capabilities }: PasskeyParts): Promise<boolean> {
  if (credentials === undefined) return false
  if (capabilities === undefined) return true
  // A browser that does not name the extension may still know it; only a plain no is a no.
  return (await capabilities())['extension:prf'] !== false
}

async function createPasskey(parts: PasskeyParts, name: string): Promise<PasskeyCreation> {
  const salt = parts.random(BYTES)
  const asked = await askBrowser(() =>
    parts.credentials?.create({ publicKey: creationOptions(parts, name, salt) }),
  )
  if (asked.kind !== 'passkey') return asked
  const { id, prf } = asked.passkey
  const made = { credentialId: id, salt: base64.encode(salt) }
  const output = outputOf(prf)
  if (output !== undefined) return { kind: 'created', ...made, output }
  if (prf?.enabled !== true) return failed(WITHOUT_PRF)
  // Many authenticators make the passkey first and give its output only when they are asked a second time.
  const answer = await getOutput(parts, [made])
  return answer.kind === 'output' ? { kind: 'created', ...made, output: answer.output } : answer
}

async function getOutput(
  parts: PasskeyParts,
  requests: readonly PasskeyRequestView[],
): Promise<PasskeyAnswer> {
  if (requests.length === 0) return failed(NO_PASSKEY)
  const asked = await askBrowser(() => parts.credentials?.get({ publicKey: requestOptions(parts, requests) }))
  if (asked.kind !== 'passkey') return asked
  const output = outputOf(asked.passkey.prf)
  if (output === undefined) return failed(WITHOUT_PRF)
  return { kind: 'output', credentialId: asked.passkey.id, output }
}

function creationOptions(
  { random }: PasskeyParts,
  name: string,
  salt: Uint8Array<ArrayBuffer>,
): PublicKeyCredentialCreationOptions {
  return {
    rp: { name: 'Sotto' },
    user: { id: random(BYTES), name, displayName: name },
    challenge: idleChallenge(random),
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    extensions: { prf: { eval: { first: salt } } },
  }
}

function requestOptions(
  { random }: PasskeyParts,
  requests: readonly PasskeyRequestView[],
): PublicKeyCredentialRequestOptions {
  return {
    challenge: idleChallenge(random),
    userVerification: 'required',
    allowCredentials: requests.map(({ credentialId }) => ({
      type: 'public-key',
      id: new Uint8Array(base64urlnopad.decode(credentialId)),
    })),
    extensions: {
      prf: {
        evalByCredential: Object.fromEntries(
          requests.map(({ credentialId, salt }) => [
            credentialId,
            { first: new Uint8Array(base64.decode(salt)) },
          ]),
        ),
      },
    },
  }
}

/** WebAuthn asks for a challenge and nobody verifies the signature over it: the PRF output is the proof, for it opens the wallet. */
function idleChallenge(random: PasskeyParts['random']): Uint8Array<ArrayBuffer> {
  return random(BYTES)
}

interface Passkey {
  /** base64url without padding. */
  readonly id: string
  readonly prf: AuthenticationExtensionsPRFOutputs | undefined
}

type Asked = { readonly kind: 'passkey'; readonly passkey: Passkey } | PasskeyRefusal

async function askBrowser(request: () => Promise<Credential | null> | undefined): Promise<Asked> {
  try {
    const credential = (await request()) ?? null
    if (!isPublicKey(credential)) return failed(NOT_HERE)
    return {
      kind: 'passkey',
      passkey: { id: credential.id, prf: credential.getClientExtensionResults().prf },
    }
  } catch (error) {
    // The browser says the same when the person closes its dialog and when nobody answers it in time.
    const name = error instanceof Error ? error.name : ''
    return name === 'NotAllowedError' || name === 'AbortError' ? { kind: 'cancelled' } : failed(NOT_HERE)
  }
}

function isPublicKey(credential: Credential | null): credential is PublicKeyCredential {
  return credential !== null && 'getClientExtensionResults' in credential
}

/** The output in base64; undefined when there is none of 32 bytes. The browser's own copy is wiped. */
function outputOf(prf: AuthenticationExtensionsPRFOutputs | undefined): string | undefined {
  const first = prf?.results?.first
  if (first === undefined) return undefined
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first)
  const text = bytes.length === BYTES ? base64.encode(bytes) : undefined
  bytes.fill(0)
  return text
}

function failed(message: string): PasskeyRefusal {
  return { kind: 'failed', message }
}

const WITHOUT_PRF =
  'This kind of passkey cannot open a wallet: it gives no secret of its own (PRF). The wallet is as it was, and you may' +
  ' delete that passkey again. Try another place to keep one, such as a newer security key, or go on with the password.'
const NOT_HERE =
  'The browser could not use a passkey here. Nothing was changed, and the password still opens the wallet.'
const NO_PASSKEY = 'No passkey belongs to this wallet yet. The password opens it.'
