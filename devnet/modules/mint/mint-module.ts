import { MsgUpdateParamsSchema } from '../../codec/gen/mint_pb'
import { decimalFromWire, ZERO } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import { type ChainModule, handler } from '../../node/chain-module'
import { checkAuthority } from '../authority'
import { mintBlock, setMintParams } from './mint'

/** The mint module (Protocol 4.3). */
export const mintModule: ChainModule = {
  name: 'mint',
  messages: [
    handler(MsgUpdateParamsSchema, (context, { authority, params }) => {
      checkAuthority(authority)
      if (params === undefined || params.blocksPerYear === 0n)
        throw sdkError('invalidRequest', 'empty params')
      const decimal = (text: string) => decimalFromWire(text) ?? ZERO
      setMintParams(context.store, {
        denom: params.mintDenom,
        rateChange: decimal(params.inflationRateChange),
        max: decimal(params.inflationMax),
        min: decimal(params.inflationMin),
        goalBonded: decimal(params.goalBonded),
        blocksPerYear: params.blocksPerYear,
      })
      return undefined
    }),
  ],
  beginBlock: mintBlock,
}
