import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { type Address, addressFromBytes, parseAddress } from '../../../src/domain/index'
import { type Decimal, parseDecimal, ZERO } from '../../math/decimal'
import type { Context } from '../../node/context'
import { mintCoins } from '../bank/bank'
import { operatorAddress } from '../validator-address'
import { startValidator } from './validator-messages'
import { updateValidatorSet } from './validator-set'

/** The account of LocalSecret's validator (Protocol 10.1). */
const FIRST_OWNER = parseAddress('secret14aj08vd2ntty7dvskdmdu4zhf23mcwgtute8dz')
const STAKE = 1_000_000_000_000n
const SPENDABLE = 1_000_000_000n

interface GenesisValidator {
  readonly moniker: string
  readonly owner: Address
  readonly rate: string
}

/** One as LocalSecret has it, and two more so that a stake has somewhere else to go. */
const VALIDATORS: readonly GenesisValidator[] = [
  { moniker: 'banana', owner: FIRST_OWNER, rate: '0.1' },
  { moniker: 'cherry', owner: ownerNamed('cherry'), rate: '0.05' },
  { moniker: 'damson', owner: ownerNamed('damson'), rate: '0.2' },
]

/** The key that the first of them signs blocks with, ed25519. */
export const FIRST_CONSENSUS_KEY = consensusKey('banana')

export function genesisValidators(context: Context): void {
  for (const validator of VALIDATORS) startOne(context, validator)
  updateValidatorSet(context)
}

function startOne(context: Context, { moniker, owner, rate }: GenesisValidator): void {
  mintCoins(context.store, owner, { denom: 'uscrt', amount: STAKE + SPENDABLE })
  startValidator(context, {
    operator: operatorAddress(owner),
    consensusKey: base64.encode(consensusKey(moniker)),
    description: { moniker, identity: '', website: '', security_contact: '', details: '' },
    commission: {
      rate: rateOf(rate),
      maxRate: rateOf('0.5'),
      maxChangeRate: rateOf('0.01'),
      updatedMs: context.block.timeMs,
    },
    minSelfDelegation: 1n,
    owner,
    amount: { denom: 'uscrt', amount: STAKE },
  })
}

/** Nobody has to sign with it: there is but one node. */
function consensusKey(moniker: string): Uint8Array {
  return ed25519.getPublicKey(seedOf(`consensus key of ${moniker}`))
}

function ownerNamed(moniker: string): Address {
  return addressFromBytes(seedOf(`owner of ${moniker}`).slice(0, 20))
}

function seedOf(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(`sotto devnet ${text}`))
}

function rateOf(text: string): Decimal {
  return parseDecimal(text) ?? ZERO
}
