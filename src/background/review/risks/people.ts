/** Whom the wallet knows, asked by address. */
import { lookAlikeFinder, type NamedAddress, nameOf, shortAddress } from '../../../domain/index'

export interface People {
  isOwn(address: string): boolean
  /** The name of an account or contact of the person. */
  nameOf(address: string): string | undefined
  /** True for whom this account has sent something before. */
  isEarlier(address: string): boolean
  /** Somebody known whom this address could be taken for. */
  lookAlike(address: string): NamedAddress | undefined
  isContract(address: string): boolean
}

export interface Known {
  readonly own: readonly NamedAddress[]
  readonly contacts: readonly NamedAddress[]
  readonly earlier: readonly string[]
  readonly contracts: ReadonlySet<string>
}

export function peopleOf({ own, contacts, earlier, contracts }: Known): People {
  const named = [...own, ...contacts]
  const everybody = [...named, ...earlier.map((address) => ({ name: shortAddress(address), address }))]
  const before = new Set(earlier)
  const amongNamed = lookAlikeFinder(named)
  const amongAll = lookAlikeFinder(everybody)
  return {
    isOwn: (address) => nameOf(address, own) !== undefined,
    nameOf: (address) => nameOf(address, named),
    isEarlier: (address) => before.has(address),
    isContract: (address) => contracts.has(address),
    // Whoever was paid before may still be taken for somebody with a name.
    lookAlike: (address) => amongNamed(address) ?? amongAll(address),
  }
}
