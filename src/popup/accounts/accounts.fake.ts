import { addressFromBytes } from '../../domain/index'
import type { ContactView, OwnAccountView, SecretView } from '../../messages/popup'
import { ACCOUNT, SECRET } from '../popup.fake'

export const SECOND: OwnAccountView = {
  ...ACCOUNT,
  name: 'Savings',
  address: addressFromBytes(new Uint8Array(20).fill(2)),
  colour: 2,
  keys: { kind: 'phrase', secretId: SECRET.id, path: "m/44'/529'/0'/0/1" },
}

export const KEY: SecretView = {
  id: 'fedcba9876543210',
  name: 'Old key',
  kind: 'private-key',
  passphrase: false,
  source: 'imported',
  createdAt: 0,
  checked: true,
}

export const KEYED: OwnAccountView = {
  ...ACCOUNT,
  name: 'Old',
  address: addressFromBytes(new Uint8Array(20).fill(3)),
  keys: { kind: 'private-key', secretId: KEY.id },
}

export const WATCHED: OwnAccountView = {
  ...ACCOUNT,
  name: 'Foundation',
  address: addressFromBytes(new Uint8Array(20).fill(4)),
  keys: { kind: 'watch' },
}

export const ADA: ContactView = {
  name: 'Ada',
  address: addressFromBytes(new Uint8Array(20).fill(5)),
  note: 'Rent',
}

/** The address with a few letters in the middle replaced: to a person it looks the same. */
export function twinOf(address: string): string {
  return `${address.slice(0, 12)}${address.slice(12, 30).replace(/./g, 'q')}${address.slice(30)}`
}

export function manyAccounts(count: number): readonly OwnAccountView[] {
  return Array.from({ length: count }, (_, index) => ({
    ...SECOND,
    name: `Account ${index + 1}`,
    address: addressFromBytes(Uint8Array.from({ length: 20 }, (_, at) => (index * 37 + at * 11 + 5) & 0xff)),
  }))
}

export function manyContacts(count: number): readonly ContactView[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Contact ${index + 1}`,
    address: addressFromBytes(
      Uint8Array.from({ length: 20 }, (_, at) => (index * (at + 3) * 29 + (index >> 4) * 7 + at) & 0xff),
    ),
    note: index % 2 === 0 ? '' : 'From the old phone',
  }))
}
