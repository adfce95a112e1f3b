import { bech32 } from '@scure/base'
import { ADDRESS_PREFIX } from '../../src/domain/index'
import { readBech32, writeBech32 } from './bech32-text'
import type { Machine } from './contract-instance'
import { WASM_GAS } from './gas-costs'
import { VmError } from './vm-error'

const SUCCESS = 0

/** How the two generations read an address: the older one drops white space, and says things in small letters. */
interface Reading {
  readonly trims: boolean
  readonly emptyWords: string
}

const OLD_READING: Reading = { trims: true, emptyWords: 'input is empty' }
const NEW_READING: Reading = { trims: false, emptyWords: 'Input is empty' }

/** Addresses as text and as bytes (Protocol 12.3). Each returns 0, or a region with what is wrong. */
export function addressImports(machine: Machine) {
  const humanize = (canonical: number, human: number): number => humanizeAddress(machine, canonical, human)
  return {
    canonicalize_address: (human: number, canonical: number): number =>
      canonicalizeAddress(machine, { human, canonical }, OLD_READING),
    addr_canonicalize: (human: number, canonical: number): number =>
      canonicalizeAddress(machine, { human, canonical }, NEW_READING),
    humanize_address: humanize,
    addr_humanize: humanize,
    addr_validate: (address: number): number => validateAddress(machine, address),
  }
}

function canonicalizeAddress(
  machine: Machine,
  { human, canonical }: { human: number; canonical: number },
  { trims, emptyWords }: Reading,
): number {
  machine.gas.charge(WASM_GAS.address)
  const given = decodeText(machine.read(human))
  if (given === undefined) return refuse(machine, 'input is not valid UTF-8')
  const text = trims ? given.trim() : given
  if (text === '') return refuse(machine, emptyWords)
  const decoded = readBech32(text)
  if (typeof decoded === 'string') return refuse(machine, decoded)
  if (decoded.prefix !== ADDRESS_PREFIX) {
    return refuse(machine, `wrong address prefix: ${JSON.stringify(decoded.prefix)}`)
  }
  const bytes = bech32.fromWordsUnsafe(decoded.words)
  if (bytes === undefined) throw new VmError('unknown')
  machine.fill(canonical, bytes)
  return SUCCESS
}

function humanizeAddress(machine: Machine, canonical: number, human: number): number {
  machine.gas.charge(WASM_GAS.address)
  const address = writeBech32(ADDRESS_PREFIX, bech32.toWords(machine.read(canonical)))
  if (address === undefined) return refuse(machine, 'invalid length')
  machine.fill(human, new TextEncoder().encode(address))
  return SUCCESS
}

/** An address is valid when writing it again gives the same text. */
function validateAddress(machine: Machine, address: number): number {
  machine.gas.charge(WASM_GAS.address)
  const bytes = machine.read(address)
  if (bytes.length === 0) return refuse(machine, 'Input is empty')
  const text = decodeText(bytes)
  if (text === undefined) return refuse(machine, 'Input is not valid UTF-8')
  const decoded = readBech32(text)
  if (typeof decoded === 'string') return refuse(machine, decoded)
  const normal = writeBech32(ADDRESS_PREFIX, decoded.words)
  return normal === text ? SUCCESS : refuse(machine, 'Address is not normalized')
}

function refuse(machine: Machine, reason: string): number {
  return machine.allocate(new TextEncoder().encode(reason))
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // Not UTF-8: the contract is told so.
    return undefined
  }
}
