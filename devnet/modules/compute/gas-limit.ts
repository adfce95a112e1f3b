import { OutOfGasError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { GasMeter } from '../../node/gas-meter'

/** Runs `work` with at most so much gas. Reaching that limit is an error like any other; reaching the transaction's is not. */
export function withGasLimit<T>(context: Context, limit: bigint | undefined, work: (inner: Context) => T): T {
  const { gas } = context
  if (limit === undefined || limit >= gas.left) return work(context)
  const limited = new GasMeter(limit)
  try {
    return work({ ...context, gas: limited })
  } catch (error) {
    if (error instanceof OutOfGasError) throw sdkError('outOfGas', 'SubMsg hit gas limit')
    throw error
  } finally {
    gas.consume(limited.used < limit ? limited.used : limit, 'From limited Sub-Message')
  }
}
