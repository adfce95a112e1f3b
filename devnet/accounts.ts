import { type Address, parseAddress } from '../src/domain/index'

export interface DevAccount {
  readonly name: string
  readonly mnemonic: string
  /** m/44'/529'/0'/0/0 of the mnemonic. */
  readonly address: Address
}

/** What each account holds at the start, in uscrt. */
export const GENESIS_BALANCE = 10n ** 18n

/** The well-known accounts of LocalSecret (Protocol 10.1): everybody has these phrases, so they are worth nothing. */
export const DEV_ACCOUNTS: readonly DevAccount[] = [
  {
    name: 'a',
    mnemonic:
      'grant rice replace explain federal release fix clever romance raise often wild taxi quarter soccer fiber love must tape steak together observe swap guitar',
    address: parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'),
  },
  {
    name: 'b',
    mnemonic:
      'jelly shadow frog dirt dragon use armed praise universe win jungle close inmate rain oil canvas beauty pioneer chef soccer icon dizzy thunder meadow',
    address: parseAddress('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'),
  },
  {
    name: 'c',
    mnemonic:
      'chair love bleak wonder skirt permit say assist aunt credit roast size obtain minute throw sand usual age smart exact enough room shadow charge',
    address: parseAddress('secret1ajz54hz8azwuy34qwy9fkjnfcrvf0dzswy0lqq'),
  },
  {
    name: 'd',
    mnemonic:
      'word twist toast cloth movie predict advance crumble escape whale sail such angry muffin balcony keen move employ cook valve hurt glimpse breeze brick',
    address: parseAddress('secret1ldjxljw7v4vk6zhyduywh04hpj0jdwxsmrlatf'),
  },
]
