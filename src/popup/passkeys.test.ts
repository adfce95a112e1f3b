import { base64, base64urlnopad } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { createPasskeys, type PasskeyParts } from './passkeys'

const ID = base64urlnopad.encode(new Uint8Array([1, 2, 255]))
const SALT = base64.encode(new Uint8Array(32).fill(7))

interface Prf {
  readonly enabled?: boolean
  readonly results?: { readonly first: BufferSource }
}

/** Credentials that answer in turn: with the PRF part of a passkey, with nothing, or with an error of that name. */
class FakeCredentials {
  readonly created: CredentialCreationOptions[] = []
  readonly asked: CredentialRequestOptions[] = []
  readonly #answers: (Prf | undefined | string)[]

  constructor(...answers: (Prf | undefined | string)[]) {
    this.#answers = answers
  }

  async create(options?: CredentialCreationOptions): Promise<Credential | null> {
    this.created.push(options ?? {})
    return this.#answer()
  }

  async get(options?: CredentialRequestOptions): Promise<Credential | null> {
    this.asked.push(options ?? {})
    return this.#answer()
  }

  #answer(): Credential | null {
    const answer = this.#answers.shift()
    if (typeof answer === 'string') throw new DOMException('no', answer)
    if (answer === undefined) return null
    const passkey = { id: ID, type: 'public-key', getClientExtensionResults: () => ({ prf: answer }) }
    return passkey
  }
}

function parts(credentials: PasskeyParts['credentials']): PasskeyParts {
  let drawn = 0
  return {
    credentials,
    capabilities: undefined,
    random: (length) => {
      drawn += 1
      return new Uint8Array(length).fill(drawn)
    },
  }
}

const bytes = (fill: number, length = 32): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(fill)

describe('making a passkey', () => {
  it('asks for a verified person and a secret for a fresh salt, and wipes the secret it was given', async () => {
    const secret = bytes(9)
    const credentials = new FakeCredentials({ enabled: true, results: { first: secret } })
    const made = await createPasskeys(parts(credentials)).create({ name: 'Laptop' })
    const publicKey = credentials.created[0]?.publicKey
    expect(made).toEqual({
      kind: 'created',
      credentialId: ID,
      salt: base64.encode(bytes(1)),
      output: base64.encode(bytes(9)),
    })
    expect(publicKey?.rp).toEqual({ name: 'Sotto' })
    expect(publicKey?.authenticatorSelection).toEqual({
      residentKey: 'preferred',
      userVerification: 'required',
    })
    expect(publicKey?.extensions).toEqual({ prf: { eval: { first: bytes(1) } } })
    expect(secret).toEqual(bytes(0))
    expect(credentials.asked).toEqual([])
  })

  it('asks a second time when the first answer has no secret yet', async () => {
    const credentials = new FakeCredentials({ enabled: true }, { results: { first: bytes(4).buffer } })
    const made = await createPasskeys(parts(credentials)).create({ name: 'Key' })
    expect(made).toMatchObject({ kind: 'created', output: base64.encode(bytes(4)) })
    expect(credentials.asked[0]?.publicKey?.extensions).toEqual({
      prf: { evalByCredential: { [ID]: { first: bytes(1) } } },
    })
  })

  it('fails in plain words when the passkey gives no secret or one of another length', async () => {
    for (const prf of [{}, { enabled: false }, { enabled: false, results: { first: bytes(1, 31) } }]) {
      const made = await createPasskeys(parts(new FakeCredentials(prf))).create({ name: 'Key' })
      expect(made).toMatchObject({ kind: 'failed', message: expect.stringContaining('cannot open a wallet') })
    }
  })

  it('takes a closed dialog for a change of mind, and any other error for a failure', async () => {
    for (const name of ['NotAllowedError', 'AbortError']) {
      const made = await createPasskeys(parts(new FakeCredentials(name))).create({ name: 'Key' })
      expect(made).toEqual({ kind: 'cancelled' })
    }
    const refused = await createPasskeys(parts(new FakeCredentials('SecurityError'))).create({ name: 'Key' })
    expect(refused.kind).toBe('failed')
    expect((await createPasskeys(parts(undefined)).create({ name: 'Key' })).kind).toBe('failed')
  })

  it('is cancelled as a whole when the second question is', async () => {
    const credentials = new FakeCredentials({ enabled: true }, 'NotAllowedError')
    expect(await createPasskeys(parts(credentials)).create({ name: 'Key' })).toEqual({ kind: 'cancelled' })
  })
})

describe('asking a passkey', () => {
  it('names the passkeys of this wallet, each with its own salt', async () => {
    const credentials = new FakeCredentials({ results: { first: bytes(5) } })
    const other = base64urlnopad.encode(new Uint8Array([3]))
    const answer = await createPasskeys(parts(credentials)).get([
      { credentialId: ID, salt: SALT },
      { credentialId: other, salt: base64.encode(bytes(8)) },
    ])
    expect(answer).toEqual({ kind: 'output', credentialId: ID, output: base64.encode(bytes(5)) })
    const publicKey = credentials.asked[0]?.publicKey
    expect(publicKey?.userVerification).toBe('required')
    expect(publicKey?.allowCredentials?.map(({ id }) => id)).toEqual([
      new Uint8Array([1, 2, 255]),
      new Uint8Array([3]),
    ])
    expect(publicKey?.extensions).toEqual({
      prf: { evalByCredential: { [ID]: { first: bytes(7) }, [other]: { first: bytes(8) } } },
    })
  })

  it('never asks for just any passkey, and never throws', async () => {
    const credentials = new FakeCredentials()
    const passkeys = createPasskeys(parts(credentials))
    expect((await passkeys.get([])).kind).toBe('failed')
    expect((await passkeys.get([{ credentialId: '!', salt: SALT }])).kind).toBe('failed')
    expect(credentials.asked).toEqual([])
    expect((await passkeys.get([{ credentialId: ID, salt: SALT }])).kind).toBe('failed')
  })
})

describe('whether there are passkeys', () => {
  it('believes a browser that says no, and hopes where it says nothing', async () => {
    const here = parts(new FakeCredentials())
    expect(await createPasskeys(here).available()).toBe(true)
    expect(await createPasskeys({ ...here, capabilities: async () => ({}) }).available()).toBe(true)
    const without = { ...here, capabilities: async () => ({ 'extension:prf': false }) }
    expect(await createPasskeys(without).available()).toBe(false)
    expect(await createPasskeys(parts(undefined)).available()).toBe(false)
  })
})
