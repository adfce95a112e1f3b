import { bech32, hex } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressImports } from './address-imports'
import { FakeMachine } from './machine.fake'

const A = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const COSMOS = bech32.encode('cosmos', bech32.decode(A).words)

type Name = 'canonicalize_address' | 'addr_canonicalize'

/** The bytes, or the reason that the contract is told. */
function canonicalize(text: string | Uint8Array, name: Name = 'addr_canonicalize'): string {
  const machine = new FakeMachine()
  const out = machine.text()
  const human = typeof text === 'string' ? machine.text(text) : machine.allocate(text)
  const result = addressImports(machine)[name](human, out)
  return result === 0 ? hex.encode(machine.read(out)) : machine.readText(result)
}

function validate(text: string | Uint8Array): string {
  const machine = new FakeMachine()
  const address = typeof text === 'string' ? machine.text(text) : machine.allocate(text)
  const result = addressImports(machine).addr_validate(address)
  return result === 0 ? 'valid' : machine.readText(result)
}

describe('addresses for contracts', () => {
  it('become bytes and text again', () => {
    const bytes = canonicalize(A)
    expect(bytes).toHaveLength(40)
    const machine = new FakeMachine()
    const out = machine.text()
    expect(addressImports(machine).addr_humanize(machine.allocate(hex.decode(bytes)), out)).toBe(0)
    expect(machine.readText(out)).toBe(A)
    expect(machine.host.used).toBe(8_192n)
    expect(canonicalize(A.toUpperCase())).toBe(bytes)
  })

  it('may have white space around them for the older generation only', () => {
    expect(canonicalize(` ${A}\n`, 'canonicalize_address')).toBe(canonicalize(A))
    expect(canonicalize(` ${A}`)).toBe('invalid character (code= )')
  })

  it('are refused with the words of the enclave', () => {
    expect(canonicalize('')).toBe('Input is empty')
    expect(canonicalize('  ', 'canonicalize_address')).toBe('input is empty')
    expect(canonicalize(Uint8Array.of(0xff))).toBe('input is not valid UTF-8')
    expect(canonicalize('short1a')).toBe('invalid length')
    expect(canonicalize('secretaddress')).toBe('missing human-readable separator, "1"')
    expect(canonicalize('secret1abc')).toBe('invalid length')
    expect(canonicalize(`${A.slice(0, -1)}b`)).toBe('invalid character (code=b)')
    expect(canonicalize(`${A.slice(0, 20)}${A.slice(20).toUpperCase()}`)).toBe(
      'mixed-case strings not allowed',
    )
    expect(canonicalize(`${A.slice(0, -1)}q`)).toBe('invalid checksum')
    expect(canonicalize(COSMOS)).toBe('wrong address prefix: "cosmos"')
    expect(canonicalize('q'.repeat(100_000))).toBe('invalid length')
  })

  it('are valid in their normal form only', () => {
    expect(validate(A)).toBe('valid')
    expect(validate(A.toUpperCase())).toBe('Address is not normalized')
    expect(validate(COSMOS)).toBe('Address is not normalized')
    expect(validate('')).toBe('Input is empty')
    expect(validate(Uint8Array.of(0xc0))).toBe('Input is not valid UTF-8')
    expect(validate(`${A.slice(0, -1)}q`)).toBe('invalid checksum')
  })

  it('of any length that an address could have come back the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => {
        const machine = new FakeMachine()
        const { humanize_address, canonicalize_address } = addressImports(machine)
        const human = machine.text()
        const canonical = machine.text()
        expect(humanize_address(machine.allocate(bytes), human)).toBe(0)
        expect(canonicalize_address(human, canonical)).toBe(0)
        expect(machine.read(canonical)).toEqual(bytes)
      }),
    )
  })

  it('that are anything at all get an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(canonicalize(text)).not.toBe('')
        expect(validate(text)).not.toBe('valid')
      }),
    )
  })
})
