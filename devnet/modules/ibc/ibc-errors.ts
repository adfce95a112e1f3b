import { AbciError } from '../../node/abci-error'

/** The refusals of ibc-go, by codespace, code and the words that end each log. */
export const IBC_CODES = {
  insufficientFunds: ['ibc', 3, 'insufficient funds'],
  unauthorized: ['ibc', 2, 'unauthorized'],
  invalidAddress: ['ibc', 5, 'invalid address'],
  invalidCoins: ['ibc', 6, 'invalid coins'],
  invalidIdentifier: ['host', 2, 'invalid identifier'],
  channelNotFound: ['channel', 3, 'channel not found'],
  capabilityNotFound: ['channel', 9, 'channel capability not found'],
  invalidPacket: ['channel', 13, 'invalid packet'],
  timeoutElapsed: ['channel', 40, 'timeout elapsed'],
  timeoutNotReached: ['channel', 41, 'timeout not reached'],
  invalidProof: ['commitment', 2, 'invalid proof'],
  invalidDenom: ['transfer', 3, 'invalid denomination for cross-chain transfer'],
  invalidAmount: ['transfer', 5, 'invalid token amount'],
  traceNotFound: ['transfer', 6, 'denomination trace not found'],
  sendDisabled: ['transfer', 7, 'fungible token transfers from this chain are disabled'],
  invalidMemo: ['transfer', 11, 'invalid memo'],
  hookValidation: ['wasm-hooks', 2, 'error in wasmhook message validation'],
  hookFailed: ['wasm-hooks', 6, 'wasm error'],
} as const satisfies Record<string, readonly [string, number, string]>

/** A refusal of the IBC modules; the log is `detail` and the code's own words. */
export function ibcError(name: keyof typeof IBC_CODES, detail: string): AbciError {
  const [codespace, code, words] = IBC_CODES[name]
  return new AbciError(codespace, code, `${detail}: ${words}`)
}

/** A refusal that the chain gives no code of its own. */
export function plainError(log: string): AbciError {
  return new AbciError('undefined', 1, log)
}
