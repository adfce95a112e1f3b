import { MsgUnjailSchema } from '../../codec/gen/slashing_pb'
import { type ChainModule, handler } from '../../node/chain-module'
import { readValidatorAddress } from '../message-address'
import { unjail } from './slashing'

/** The slashing module, of which a chain with one node needs little (Protocol 4.3). */
export const slashingModule: ChainModule = {
  name: 'slashing',
  messages: [
    handler(MsgUnjailSchema, (context, { validatorAddr }) => {
      readValidatorAddress(validatorAddr, 'validator input address')
      unjail(context, validatorAddr)
      return undefined
    }),
  ],
}
