import { findParameter, listSubspaces, unknownSubspace } from '../modules/params/parameter-changes'
import { BLOCK_MAX_GAS } from '../node/ante'
import { invalidArgument, notFound } from './grpc-error'
import type { LcdHandler } from './lcd-request'
import { paginate } from './pagination'

export const parameter: LcdHandler = (_, { store, query }) => {
  const [subspace, key] = [query.get('subspace') ?? '', query.get('key') ?? '']
  if (subspace === '' || key === '') throw invalidArgument('invalid request')
  const value = findParameter(store, subspace, key)
  if (value === undefined) throw unknownSubspace(subspace)
  return { param: { subspace, key, value } }
}

export const subspaces: LcdHandler = (_, { store }) => ({ subspaces: [...listSubspaces(store)] })

export const consensusParams: LcdHandler = () => ({
  params: {
    block: { max_bytes: '10000000', max_gas: String(BLOCK_MAX_GAS) },
    evidence: { max_age_num_blocks: '100000', max_age_duration: '172800s', max_bytes: '1048576' },
    validator: { pub_key_types: ['ed25519'] },
    version: { app: '0' },
    abci: { vote_extensions_enable_height: '0' },
  },
})

/** Nobody may pause a type of message here, and none is paused. */
export const disabledMessages: LcdHandler = () => ({ disabled_list: [] })

export const circuitAccounts: LcdHandler = (_, { query }) => {
  const { pagination } = paginate<string>([], query, (address) => address)
  return { accounts: [], pagination }
}

export const cronParams: LcdHandler = () => ({ params: { security_address: '', limit: '5' } })

/** Schedules come from governance proposals of the cron module, which devnet does not take. */
export const cronSchedules: LcdHandler = (_, { query }) => {
  const { pagination } = paginate<string>([], query, (name) => name)
  return { schedules: [], pagination }
}

export const cronSchedule: LcdHandler = () => {
  throw notFound('schedule not found')
}
