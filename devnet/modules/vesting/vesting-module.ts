import {
  MsgCreatePeriodicVestingAccountSchema,
  MsgCreatePermanentLockedAccountSchema,
  MsgCreateVestingAccountSchema,
} from '../../codec/gen/vesting_pb'
import { type ChainModule, handler } from '../../node/chain-module'
import { coinsFromProto } from '../coins'
import { readAddress } from '../message-address'
import {
  createContinuousOrDelayed,
  createPeriodic,
  createPermanentlyLocked,
  type Grant,
} from './vesting-accounts'

/** The messages that make accounts which hold coins back (Protocol 3.4, 4.2). */
export const vestingModule: ChainModule = {
  name: 'vesting',
  messages: [
    handler(MsgCreateVestingAccountSchema, (context, { endTime, delayed, amount, ...parties }) => {
      createContinuousOrDelayed(context, readParties(parties), {
        amount: coinsFromProto(amount),
        endTime,
        delayed,
      })
      return undefined
    }),
    handler(MsgCreatePermanentLockedAccountSchema, (context, { amount, ...parties }) => {
      createPermanentlyLocked(context, readParties(parties), coinsFromProto(amount))
      return undefined
    }),
    handler(MsgCreatePeriodicVestingAccountSchema, (context, { startTime, vestingPeriods, ...parties }) => {
      const periods = vestingPeriods.map(({ length, amount }) => ({ length, amount: coinsFromProto(amount) }))
      createPeriodic(context, readParties(parties), { startTime, periods })
      return undefined
    }),
  ],
}

function readParties({ fromAddress, toAddress }: { fromAddress: string; toAddress: string }): Grant {
  return {
    from: readAddress(fromAddress, "invalid 'from' address"),
    to: readAddress(toAddress, "invalid 'to' address"),
  }
}
