import { base64 } from '@scure/base'
import type { JsonObject } from '../../src/domain/index'
import { DOWNTIME_JAIL_SECONDS, jailedUntil } from '../modules/slashing/slashing'
import { allValidators, type Validator } from '../modules/staking/validators'
import { consensusAddress } from '../modules/validator-address'
import { timeInFull } from '../node/time-text'
import type { Store } from '../store/store'
import { notFound } from './grpc-error'
import { type LcdHandler, pathPart } from './lcd-request'
import { paginate } from './pagination'

export const signingInfos: LcdHandler = (_, { store, query }) => {
  const { items, pagination } = paginate(allValidators(store), query, addressOf)
  return { info: items.map((validator) => renderInfo(store, validator)), pagination }
}

export const signingInfo: LcdHandler = (_, request) => {
  const address = pathPart(request, 'address')
  const found = allValidators(request.store).find((validator) => addressOf(validator) === address)
  if (found === undefined) throw notFound(`SigningInfo not found for validator ${address}`)
  return { val_signing_info: renderInfo(request.store, found) }
}

export const params: LcdHandler = () => ({
  params: {
    signed_blocks_window: '100',
    min_signed_per_window: base64.encode(new TextEncoder().encode('0.500000000000000000')),
    downtime_jail_duration: `${DOWNTIME_JAIL_SECONDS}s`,
    slash_fraction_double_sign: base64.encode(new TextEncoder().encode('0.050000000000000000')),
    slash_fraction_downtime: base64.encode(new TextEncoder().encode('0.010000000000000000')),
  },
})

function addressOf({ consensusKey }: Validator): string {
  return consensusAddress(base64.decode(consensusKey))
}

function renderInfo(store: Store, validator: Validator): JsonObject {
  return {
    address: addressOf(validator),
    start_height: '0',
    index_offset: '0',
    jailed_until: timeInFull(jailedUntil(store, validator.operator)),
    tombstoned: false,
    missed_blocks_counter: '0',
  }
}
