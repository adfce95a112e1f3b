import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { FakeMachine } from './machine.fake'
import { secp256k1Imports } from './secp256k1-imports'

// The vector that CosmWasm tests its own `secp256k1_verify` with.
const HASH = hex.decode('5ae8317d34d1e595e3fa7247db80c0af4320cce1116de187f8f7e2e099c0d8d0')
const SIGNATURE = hex.decode(
  '207082eb2c3dfa0b454e0906051270ba4074ac93760ba9e7110cd9471475111151eb0dbbc9920e72146fb564f99d039802bf6ef2561446eb126ef364d21ee9c4',
)
const PUBLIC_KEY = hex.decode(
  '04051c1ee2190ecfb174bfe4f90763f2b4ff7517b70a2aec1876ebcfd644c4633fb03f3cfbd94b1f376e34592d9d41ccaf640bb751b00a1fadeb0c01157769eb73',
)
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

function verify(hash: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): number {
  const machine = new FakeMachine()
  const result = secp256k1Imports(machine).secp256k1_verify(
    machine.allocate(hash),
    machine.allocate(signature),
    machine.allocate(publicKey),
  )
  expect(machine.host.used).toBe(98_304n)
  return result
}

function number32(value: bigint): Uint8Array {
  return hex.decode(value.toString(16).padStart(64, '0'))
}

function withForm(form: number): Uint8Array {
  const key = PUBLIC_KEY.slice()
  key[0] = form
  return key
}

describe('secp256k1 for contracts', () => {
  it('accepts a signature under every form of the key', () => {
    const compressed = Uint8Array.of(0x03, ...PUBLIC_KEY.subarray(1, 33))
    expect(verify(HASH, SIGNATURE, PUBLIC_KEY)).toBe(0)
    expect(verify(HASH, SIGNATURE, compressed)).toBe(0)
    expect(verify(HASH, SIGNATURE, withForm(7))).toBe(0)
    expect(verify(HASH, SIGNATURE, withForm(6))).toBe(10)
  })

  it('refuses what was not signed, and the twin of a signature', () => {
    expect(verify(HASH.toReversed(), SIGNATURE, PUBLIC_KEY)).toBe(1)
    const s = BigInt(`0x${hex.encode(SIGNATURE.subarray(32))}`)
    const twin = Uint8Array.of(...SIGNATURE.subarray(0, 32), ...number32(ORDER - s))
    expect(verify(HASH, twin, PUBLIC_KEY)).toBe(1)
    expect(verify(HASH, new Uint8Array(64), PUBLIC_KEY)).toBe(1)
  })

  it('numbers what is wrong as the enclave does', () => {
    expect(verify(HASH.subarray(1), SIGNATURE, PUBLIC_KEY)).toBe(3)
    expect(verify(HASH, SIGNATURE.subarray(1), PUBLIC_KEY)).toBe(4)
    expect(verify(HASH, SIGNATURE, PUBLIC_KEY.subarray(0, 33))).toBe(5)
    expect(verify(HASH, SIGNATURE, new Uint8Array())).toBe(5)
    expect(verify(HASH, SIGNATURE, withForm(9))).toBe(5)
    expect(verify(HASH, new Uint8Array(64).fill(255), PUBLIC_KEY)).toBe(10)
    expect(verify(HASH, SIGNATURE, Uint8Array.of(4, ...new Uint8Array(64).fill(1)))).toBe(10)
  })

  it('recovers the key of a signature', () => {
    const recover = (recovery: number, signature = SIGNATURE, hash = HASH): string => {
      const machine = new FakeMachine()
      const result = secp256k1Imports(machine).secp256k1_recover_pubkey(
        machine.allocate(hash),
        machine.allocate(signature),
        recovery,
      )
      const code = Number(result >> 32n)
      return code === 0 ? hex.encode(machine.read(Number(result))) : `error ${code}`
    }
    expect([recover(0), recover(1)]).toContain(hex.encode(PUBLIC_KEY))
    expect(recover(4)).toBe('error 10')
    expect(recover(-1)).toBe('error 10')
    expect(recover(0, new Uint8Array(64))).toBe('error 10')
    expect(recover(0, SIGNATURE.subarray(1))).toBe('error 4')
    expect(recover(0, SIGNATURE, HASH.subarray(1))).toBe('error 3')
  })

  it('signs the hash of a message, the same each time', () => {
    const sign = (secretKey: Uint8Array): string => {
      const machine = new FakeMachine()
      const message = machine.text('Satoshi Nakamoto')
      const result = secp256k1Imports(machine).secp256k1_sign(message, machine.allocate(secretKey))
      expect(machine.host.used).toBe(100_000n)
      const code = Number(result >> 32n)
      return code === 0 ? hex.encode(machine.read(Number(result))) : `error ${code}`
    }
    // The widely published RFC 6979 vector of this message under the key 1.
    expect(sign(number32(1n))).toBe(
      '934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d82442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5',
    )
    expect(sign(number32(0n))).toBe('error 1000')
    expect(sign(number32(ORDER))).toBe('error 1000')
    expect(sign(new Uint8Array(31).fill(1))).toBe('error 1000')
  })
})
