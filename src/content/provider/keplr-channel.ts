import { decodeHex, encodeHex } from './bytes'
import type { KeplrSurface } from './keplr-surface'
import { apply, emptyRecord, isArray, isBytes, keys, NativeError, setPrototypeOf, textAfter } from './natives'
import { PageLong } from './page-long'

/**
 * The second door to the same surface: libraries that never look at `window.keplr` post `proxy-request` instead. A page
 * may do here what it may do there and nothing else. Requests of a scoped type are another wallet's.
 */
const REQUEST = 'proxy-request'
const RESPONSE = 'proxy-request-response'
const BYTES = '__uint8array__'
/** Which arguments are bytes, as bits by their place. Text that only looks like bytes stays text everywhere else. */
const BYTE_ARGUMENTS: Readonly<Record<string, number | undefined>> = setPrototypeOf(
  {
    sendTx: 0b010,
    signArbitrary: 0b100,
    verifyArbitrary: 0b100,
    getEnigmaTxEncryptionKey: 0b010,
    enigmaDecrypt: 0b110,
  },
  null,
)

type Method = (...parameters: unknown[]) => unknown
type Methods = Readonly<Record<string, Method | undefined>>

interface Request {
  readonly id: string
  readonly method: string
  readonly args: readonly unknown[]
}

export interface ChannelParts {
  readonly methods: Methods
  /** Whether requests are ours from the start: nobody else holds the name. */
  readonly isOurs: boolean
  /** Where somebody else holds it: whether the person wants Sotto here all the same. Asked once, at the first request. */
  isWanted(): Promise<boolean>
}

/** Answers requests; `leave` makes it silent for as long as the page lives. */
export function openChannel(window: Window, { methods, isOurs, isWanted }: ChannelParts): { leave(): void } {
  const post = window.postMessage.bind(window)
  const { origin } = window.location
  let stance: 'ours' | 'unsure' | 'silent' = isOurs ? 'ours' : 'unsure'
  /** Answers that were posted and not heard yet. */
  const posted = emptyRecord<true>()

  async function decide(): Promise<void> {
    stance = 'silent'
    if (await isWanted()) stance = 'ours'
  }

  async function answer({ id, method, args }: Request): Promise<void> {
    let result: object
    try {
      result = { return: toWire(await run(methods, method, args)) }
    } catch (error) {
      result = { error: error instanceof NativeError ? error.message : 'Request rejected' }
    }
    posted[id] = true
    post({ type: RESPONSE, id, result }, origin)
  }

  window.addEventListener('message', (event) => {
    if (stance === 'silent' || event.source !== window || event.origin !== origin) return
    const data: unknown = event.data
    if (typeof data !== 'object' || data === null) return
    const { type, id, method, args } = data as Record<string, unknown>
    if (typeof id !== 'string' || id === '' || id.length > 64) return
    if (type === RESPONSE) {
      // Somebody else answers too. It may have been there first, and no page is asked twice.
      if (stance === 'ours' && !posted[id]) stance = 'silent'
      delete posted[id]
    }
    // Of another chain. The library asks it by itself, and an error would be nobody's to catch.
    if (type !== REQUEST || typeof method !== 'string' || method === 'ethereum') return
    if (stance === 'unsure') return void decide()
    // Whoever listens after Sotto does not hear what Sotto answers.
    event.stopImmediatePropagation()
    void answer({ id, method, args: isArray(args) ? args : [] })
  })
  return {
    leave() {
      stance = 'silent'
    },
  }
}

/** The members that can be called by message: what they return can be posted. */
export function channelMethods(keplr: KeplrSurface, isEnabled: Method): Methods {
  const methods = emptyRecord<Method>()
  for (const name in keplr) {
    const member = keplr[name as keyof KeplrSurface]
    if (typeof member === 'function' && !/^getOff|Utils$/.test(name)) methods[name] = member as Method
  }
  methods['isEnabled'] = isEnabled
  return methods
}

async function run(methods: Methods, method: string, args: readonly unknown[]): Promise<unknown> {
  if (textAfter('protected', method) !== undefined) throw new NativeError('Rejected')
  const found = methods[method]
  if (found === undefined) throw new NativeError(`Invalid method: ${method}`)
  const given: unknown[] = []
  for (let index = 0; index < args.length && index < 8; index += 1) {
    const isBytesHere = (BYTE_ARGUMENTS[method] ?? 0) & (1 << index)
    given[index] = isBytesHere ? fromWire(args[index]) : args[index]
  }
  if (textAfter('signDirect', method) !== undefined) given[2] = signDocFromWire(given[2])
  return await apply(found, undefined, given)
}

function fromWire(value: unknown): unknown {
  const digits = textAfter(BYTES, value)
  return (digits !== undefined && decodeHex(digits)) || value
}

function signDocFromWire(doc: unknown): unknown {
  if (typeof doc !== 'object' || doc === null) return doc
  const { bodyBytes, authInfoBytes, publicKey, chainId, accountNumber, sequence } = doc as Record<
    string,
    unknown
  >
  const { typeUrl, value } = (publicKey ?? {}) as Record<string, unknown>
  return {
    bodyBytes: fromWire(bodyBytes),
    authInfoBytes: fromWire(authInfoBytes),
    publicKey: { typeUrl, value: fromWire(value) },
    chainId,
    accountNumber: numberFromWire(accountNumber),
    sequence: numberFromWire(sequence),
  }
}

function numberFromWire(value: unknown): unknown {
  return textAfter('__bigint__', value) ?? value
}

/** Numbers that JSON cannot hold are decimal text, errors are nothing but that they happened. */
function toWire(value: unknown): unknown {
  if (isBytes(value)) return BYTES + encodeHex(value)
  if (value instanceof PageLong) return value.toString()
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = isArray(value) ? ([] as never) : emptyRecord()
  const names = keys(value)
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? ''
    copy[name] = toWire((value as Record<string, unknown>)[name])
  }
  return copy
}
