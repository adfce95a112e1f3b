import type { Any } from '@bufbuild/protobuf/wkt'
import { ed25519 } from '@noble/curves/ed25519.js'
import { type AnyMessage, anyMessage, packAny } from '../../codec/any-message'
import { MsgWithdrawDelegatorRewardSchema } from '../../codec/gen/distribution_pb'
import { PubKeySchema } from '../../codec/gen/keys-ed25519_pb'
import * as proto from '../../codec/gen/staking_pb'
import type { Chain } from '../../node/chain'
import type { ChainEvent } from '../../node/events'
import type { IndexedTx } from '../../node/tx-index'
import { TestWallet } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { operatorAddress } from '../validator-address'
import { allValidators } from './validators'

/** For tests: people who stake, and what they send. */
export const uscrt = (amount: bigint | number, denom = 'uscrt') => ({ denom, amount: String(amount) })

/** Enough for any message of these modules. */
export const GAS = { gas: 500_000n }

/** The operators of the chain's own validators, by moniker. */
export function operatorsOf(chain: Chain): Record<'banana' | 'cherry' | 'damson', string> {
  const named = (moniker: string) =>
    allValidators(chain.store).find(({ description }) => description.moniker === moniker)?.operator ?? ''
  return { banana: named('banana'), cherry: named('cherry'), damson: named('damson') }
}

export class Staker extends TestWallet {
  /** A new account, paid for by account a. */
  static funded(chain: Chain, number: number, amount = 10n ** 13n): Staker {
    const staker = new Staker(chain, new Uint8Array(32).fill(number))
    const rich = new TestWallet(chain)
    rich.run([rich.sendMessage(staker.address, amount)])
    return staker
  }

  /** The validator that this account may run. */
  get operator(): string {
    return operatorAddress(this.address)
  }

  get scrt(): bigint {
    return getBalance(this.chain.store, this.address, 'uscrt')
  }

  send(message: AnyMessage): IndexedTx {
    return this.run([message], GAS)
  }

  delegate(validatorAddress: string, amount: bigint | number, denom = 'uscrt'): IndexedTx {
    return this.send(
      anyMessage(proto.MsgDelegateSchema, {
        ...this.#at(validatorAddress),
        amount: uscrt(amount, denom),
      }),
    )
  }

  undelegate(validatorAddress: string, amount: bigint | number, denom = 'uscrt'): IndexedTx {
    return this.send(
      anyMessage(proto.MsgUndelegateSchema, { ...this.#at(validatorAddress), amount: uscrt(amount, denom) }),
    )
  }

  redelegate(from: string, to: string, amount: bigint | number, denom = 'uscrt'): IndexedTx {
    const way = { validatorSrcAddress: from, validatorDstAddress: to }
    const { address: delegatorAddress } = this
    return this.send(
      anyMessage(proto.MsgBeginRedelegateSchema, { delegatorAddress, ...way, amount: uscrt(amount, denom) }),
    )
  }

  cancel(validatorAddress: string, amount: bigint | number, height: number): IndexedTx {
    return this.send(
      anyMessage(proto.MsgCancelUnbondingDelegationSchema, {
        ...this.#at(validatorAddress),
        amount: uscrt(amount),
        creationHeight: BigInt(height),
      }),
    )
  }

  createValidator(amount: bigint | number, changes: ValidatorChanges = {}): IndexedTx {
    return this.send(
      anyMessage(proto.MsgCreateValidatorSchema, {
        description: { moniker: 'elder' },
        commission: rates('0.1', '0.2', '0.01'),
        minSelfDelegation: '1',
        delegatorAddress: this.address,
        validatorAddress: this.operator,
        pubkey: consensusKeyOf(this.operator),
        value: uscrt(amount),
        ...changes,
      }),
    )
  }

  editValidator(changes: { commissionRate?: string; minSelfDelegation?: string; description?: object }) {
    const description = { moniker: '[do-not-modify]', ...changes.description }
    return this.send(
      anyMessage(proto.MsgEditValidatorSchema, { validatorAddress: this.operator, ...changes, description }),
    )
  }

  #at(validatorAddress: string) {
    return { delegatorAddress: this.address, validatorAddress }
  }
}

export function withdrawMessage(delegatorAddress: string, validatorAddress: string): AnyMessage {
  return anyMessage(MsgWithdrawDelegatorRewardSchema, { delegatorAddress, validatorAddress })
}

/** What may be other than usual about a new validator. */
interface ValidatorChanges {
  readonly description?: { moniker?: string; securityContact?: string }
  readonly commission?: ReturnType<typeof rates>
  readonly minSelfDelegation?: string
  readonly pubkey?: Any
}

/** A decimal as it stands on the wire: without its point. */
export function wire(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  return String(BigInt(whole + fraction.padEnd(18, '0')))
}

export function rates(rate: string, maxRate: string, maxChangeRate: string) {
  return { rate: wire(rate), maxRate: wire(maxRate), maxChangeRate: wire(maxChangeRate) }
}

export function consensusKeyOf(name: string) {
  const seed = new TextEncoder().encode(name.padEnd(32)).slice(-32)
  return packAny(PubKeySchema, { key: ed25519.getPublicKey(seed) })
}

/** A block so many seconds later. */
export function pass(chain: Chain, seconds: number): readonly ChainEvent[] {
  chain.clock.jump(seconds * 1_000)
  return chain.produceBlock().events
}

/** Runs a message as a passed proposal would, in a block of its own. */
export function decide(chain: Chain, message: AnyMessage): void {
  chain.schedule((context) => chain.router.run(context, message))
  chain.produceBlock()
}

/** The attributes of the last event of a type, by name. */
export function lastEvent(events: readonly ChainEvent[], type: string): Record<string, string> | undefined {
  const found = events.filter((event) => event.type === type).at(-1)
  return found && Object.fromEntries(found.attributes.map(({ key, value }) => [key, value]))
}

/** A refusal of the only message of a transaction. */
export const refusal = (codespace: string, code: number, log: string) => ({
  codespace,
  code,
  log: `failed to execute message; message index: 0: ${log}`,
})
