/** A refusal as the chain reports it: a codespace, a code in it, and a log that clients parse. */
export class AbciError extends Error {
  override readonly name: string = 'AbciError'
  readonly codespace: string
  readonly code: number

  constructor(codespace: string, code: number, log: string) {
    super(log)
    this.codespace = codespace
    this.code = code
  }

  /** The same refusal with the place where it happened in front, as each layer of the chain adds it. */
  at(place: string): AbciError {
    return new AbciError(this.codespace, this.code, `${place}: ${this.message}`)
  }
}

/** Running out of gas ends the whole transaction at once, so no layer adds its place to it. */
export class OutOfGasError extends AbciError {
  override readonly name = 'OutOfGasError'

  constructor(location: string, wanted: bigint, used: bigint) {
    super(
      'sdk',
      SDK_CODES.outOfGas.code,
      `out of gas in location: ${location}; gasWanted: ${wanted}, gasUsed: ${used}: out of gas`,
    )
  }

  override at(): AbciError {
    return this
  }
}

/** The refusals of the chain's own layers, with the words that end each log (Protocol 2.4). */
const SDK_CODES = {
  txDecode: { code: 2, words: 'tx parse error' },
  unauthorized: { code: 4, words: 'unauthorized' },
  insufficientFunds: { code: 5, words: 'insufficient funds' },
  unknownRequest: { code: 6, words: 'unknown request' },
  invalidAddress: { code: 7, words: 'invalid address' },
  invalidPubKey: { code: 8, words: 'invalid pubkey' },
  unknownAddress: { code: 9, words: 'unknown address' },
  invalidCoins: { code: 10, words: 'invalid coins' },
  outOfGas: { code: 11, words: 'out of gas' },
  memoTooLarge: { code: 12, words: 'memo too large' },
  insufficientFee: { code: 13, words: 'insufficient fee' },
  tooManySignatures: { code: 14, words: 'maximum number of signatures exceeded' },
  noSignatures: { code: 15, words: 'no signatures supplied' },
  invalidRequest: { code: 18, words: 'invalid request' },
  txInMempool: { code: 19, words: 'tx already in mempool' },
  txTooLarge: { code: 21, words: 'tx too large' },
  txTimeoutHeight: { code: 30, words: 'tx timeout height' },
  unknownExtension: { code: 31, words: 'unknown extension options' },
  wrongSequence: { code: 32, words: 'incorrect account sequence' },
  logic: { code: 35, words: 'internal logic error' },
  notFound: { code: 38, words: 'not found' },
  invalidType: { code: 29, words: 'invalid type' },
  invalidGasLimit: { code: 41, words: 'invalid gas limit' },
} as const

/** A refusal in the `sdk` codespace; the log is `detail` and the code's own words. */
export function sdkError(name: keyof typeof SDK_CODES, detail: string): AbciError {
  const { code, words } = SDK_CODES[name]
  return new AbciError('sdk', code, detail === '' ? words : `${detail}: ${words}`)
}
