/** Whom an account has dealt with: contracts as they were then, and recipients. Sealed, because it says what a person does. */
import type { Address } from '../../domain/index'
import type { KnownChains } from '../networks/known-chains'
import { KEYS } from '../storage/keys'
import { readSealed, removeSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import type { UsedContract } from './dealing-schema'

export interface Dealings {
  /** Newest first. */
  contracts(party: Party): Promise<readonly UsedContract[]>
  /** Newest first, on every network. */
  recipients(account: string): Promise<readonly Address[]>
  /** Notes what was approved. What was known of a contract and is not known now stays. */
  note(party: Party, approved: Approved): Promise<void>
  forgetAccount(account: string): Promise<void>
}

export interface Party {
  readonly chainId: string
  readonly account: string
}

export interface Approved {
  readonly contracts: readonly Omit<UsedContract, 'at'>[]
  readonly recipients: readonly Address[]
}

interface DealingsParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly clock: () => number
  readonly chains: Pick<KnownChains, 'list'>
}

const MOST_CONTRACTS = 500
const MOST_RECIPIENTS = 500
/** Of one transaction: a batch of strangers must not push out the people that the account has paid before. */
const MOST_AT_ONCE = 50

export function createDealings({ store, sealer, clock, chains }: DealingsParts): Dealings {
  return {
    contracts: (party) => readSealed(store, sealer, KEYS.usedContracts, partyId(party)),
    recipients: (account) => readSealed(store, sealer, KEYS.recipients, account),
    async note(party, { contracts, recipients }) {
      const used = contracts.map((contract) => ({ ...contract, at: clock() }))
      if (used.length > 0) {
        await updateSealed(
          store,
          sealer,
          KEYS.usedContracts,
          (known) => withUsed(known, used),
          partyId(party),
        )
      }
      if (recipients.length > 0) {
        const add = (known: readonly Address[]): Address[] =>
          [...new Set([...recipients.slice(0, MOST_AT_ONCE), ...known])].slice(0, MOST_RECIPIENTS)
        await updateSealed(store, sealer, KEYS.recipients, add, party.account)
      }
    },
    async forgetAccount(account) {
      await Promise.all([
        removeSealed(store, sealer, KEYS.recipients, account),
        ...(await chains.list()).map(({ chainId }) =>
          removeSealed(store, sealer, KEYS.usedContracts, partyId({ chainId, account })),
        ),
      ])
    },
  }
}

function partyId({ chainId, account }: Party): string {
  return `${chainId}/${account}`
}

function withUsed(known: readonly UsedContract[], used: readonly UsedContract[]): UsedContract[] {
  const merged = new Map<Address, UsedContract>()
  for (const contract of [...used, ...known]) {
    merged.set(contract.contract, { ...contract, ...merged.get(contract.contract) })
  }
  return [...merged.values()].slice(0, MOST_CONTRACTS)
}
