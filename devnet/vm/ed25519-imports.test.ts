import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { ed25519Imports } from './ed25519-imports'
import { FakeMachine } from './machine.fake'
import { VmError } from './vm-error'

// RFC 8032, section 7.1, tests 1 and 2.
const FIRST = {
  message: new Uint8Array(),
  publicKey: hex.decode('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'),
  signature: hex.decode(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ),
}
const SECOND = {
  message: Uint8Array.of(0x72),
  secretKey: hex.decode('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  publicKey: hex.decode('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  signature: hex.decode(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
}

function verify(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): number {
  const machine = new FakeMachine()
  const [messageAt = 0, signatureAt = 0, keyAt = 0] = [message, signature, publicKey].map((bytes) =>
    machine.allocate(bytes),
  )
  const result = ed25519Imports(machine).ed25519_verify(messageAt, signatureAt, keyAt)
  expect(machine.host.used).toBe(73_728n)
  return result
}

/** Items with their lengths behind them. */
function list(items: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(items.flatMap((item) => [...item, 0, 0, item.length >> 8, item.length & 0xff]))
}

function verifyBatch(lists: readonly (readonly Uint8Array[])[], machine = new FakeMachine()): number {
  const [messages = 0, signatures = 0, keys = 0] = lists.map((items) => machine.allocate(list(items)))
  return ed25519Imports(machine).ed25519_batch_verify(messages, signatures, keys)
}

describe('Ed25519 for contracts', () => {
  it('accepts the published signatures and no other', () => {
    for (const { message, signature, publicKey } of [FIRST, SECOND]) {
      expect(verify(message, signature, publicKey)).toBe(0)
      expect(verify(Uint8Array.of(1), signature, publicKey)).toBe(1)
    }
    expect(verify(SECOND.message, SECOND.signature, FIRST.publicKey)).toBe(1)
  })

  it('numbers what is wrong as the enclave does', () => {
    expect(verify(SECOND.message, SECOND.signature.subarray(1), SECOND.publicKey)).toBe(4)
    expect(verify(SECOND.message, SECOND.signature, SECOND.publicKey.subarray(1))).toBe(5)
    expect(verify(SECOND.message, SECOND.signature, Uint8Array.of(2, ...new Uint8Array(31)))).toBe(5)
    expect(verify(SECOND.message, new Uint8Array(64).fill(255), SECOND.publicKey)).toBe(1)
  })

  it('looks through many at once, charged for each', () => {
    const both = [FIRST, SECOND]
    const messages = both.map(({ message }) => message)
    const signatures = both.map(({ signature }) => signature)
    const keys = both.map(({ publicKey }) => publicKey)
    const machine = new FakeMachine()
    expect(verifyBatch([messages, signatures, keys], machine)).toBe(0)
    expect(machine.host.used).toBe(145_000n)
    expect(verifyBatch([messages, signatures.toReversed(), keys])).toBe(1)
    expect(verifyBatch([[], [], []])).toBe(0)
  })

  it('takes one message or one key for all', () => {
    const { message, signature, publicKey } = SECOND
    expect(verifyBatch([[message], [signature, signature], [publicKey, publicKey]])).toBe(0)
    expect(verifyBatch([[message, message], [signature, signature], [publicKey]])).toBe(0)
    expect(verifyBatch([[message], [signature, signature], [publicKey]])).toBe(7)
    expect(verifyBatch([[message], [signature, FIRST.signature], [publicKey, publicKey]])).toBe(1)
    expect(verifyBatch([[message], [signature.subarray(1)], [publicKey]])).toBe(4)
    expect(verifyBatch([[message], [signature], [publicKey.subarray(1)]])).toBe(5)
  })

  it('does not follow a length out of the list', () => {
    const machine = new FakeMachine()
    const wrong = machine.allocate(Uint8Array.of(1, 0, 0, 0, 2))
    expect(() => ed25519Imports(machine).ed25519_batch_verify(wrong, wrong, wrong)).toThrow(VmError)
  })

  it('signs', () => {
    const machine = new FakeMachine()
    const { ed25519_sign } = ed25519Imports(machine)
    const result = ed25519_sign(machine.allocate(SECOND.message), machine.allocate(SECOND.secretKey))
    expect(machine.read(Number(result))).toEqual(SECOND.signature)
    expect(machine.host.used).toBe(75_000n)
    const short = machine.allocate(SECOND.secretKey.subarray(1))
    expect(ed25519_sign(machine.allocate(SECOND.message), short) >> 32n).toBe(1_000n)
  })
})
