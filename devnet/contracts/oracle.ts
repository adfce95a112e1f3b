import { type Contract, type ContractStorage, padded } from './contract'
import { EMPTY_RESULT, type Handler, handlerOf, quietly, resultOf } from './handlers'
import { MessageFields, readVariant } from './message-fields'
import { genericError } from './std-error'

const INSTANTIATE_TARGET = 'oracle::msg::InstantiateMsg'
const EXECUTE_TARGET = 'oracle::msg::ExecuteMsg'
const QUERY_TARGET = 'oracle::msg::QueryMsg'
/** What the real one gives for a side that cannot grow old, such as the dollar's: the largest 64-bit number. */
const ALWAYS = '18446744073709551615'

const HANDLERS: Readonly<Record<string, Handler>> = {
  set_price: quietly(({ storage }, fields) => setPrice(storage, fields)),
}

/**
 * A contract that says what a coin is worth in dollars, with 18 decimals, and that it was so in this very block
 * (Protocol 6.11). Whoever wants another price sets it.
 */
export const oracle: Contract = {
  generation: 'v1',

  instantiate({ storage }, message) {
    setPrice(storage, new MessageFields(INSTANTIATE_TARGET, message))
    return EMPTY_RESULT
  },

  execute(call, message) {
    const { name, handler, fields } = handlerOf(EXECUTE_TARGET, HANDLERS, message)
    return resultOf(name, handler(call, fields))
  },

  query({ env, storage }, message) {
    const [, fields] = readVariant(QUERY_TARGET, message, ['get_price'])
    const key = fields.string('key')
    const rate = storage.get(key)
    if (rate === undefined) throw genericError(`Missing price feed for ${key}`)
    const seconds = Math.floor(env.block.timeMs / 1000)
    // Written out: JSON.stringify has no such number.
    const data = `{"rate":"${rate}","last_updated_base":${seconds},"last_updated_quote":${ALWAYS}}`
    return padded(`{"key":${JSON.stringify(key)},"data":${data}}`)
  },
}

function setPrice(storage: ContractStorage, fields: MessageFields): void {
  storage.set(fields.string('key'), String(fields.amount('rate')))
}
