/** What a contract message does, read from the bytes that will be signed. */
import { isContractMessageName, parseContractMessage } from '../../chain/index'
import type { ContractFacts, InputReview, JsonRemark, Visibility, Warning } from '../../messages/popup'
import { coinView } from './coin-words'
import { contractActionWords } from './contract-action-words'
import { type ContractPast, contractFacts } from './contract-facts'
import { markJson } from './json-marks'
import { type JsonReading, readJsonText } from './json-text'
import type { Learned } from './learned'
import type { ComputeMessage } from './native-words'
import type { OpenedInput } from './open-input'
import { DOCUMENT_LIMIT, safeLines, safeText } from './safe-text'
import type { TokenWords } from './token-context'
import { caution, danger, fact, type MessageWords, note, seenBy, short, words } from './words'

export interface ContractReview extends MessageWords {
  readonly input: InputReview
  readonly contract?: ContractFacts
  /** True when the person has to say so in writing. */
  readonly dangerous: boolean
}

export interface ContractContext {
  readonly input: OpenedInput
  /** Undefined for a contract that does not exist yet. */
  readonly past: ContractPast | undefined
  /** Which code reads the message, where the message itself names it by its id. */
  readonly named?: Learned<string>
  readonly token: TokenWords | undefined
}

export function contractReview(message: ComputeMessage, context: ContractContext): ContractReview {
  const { input } = context
  const spoken = messageWords(message, context)
  const contract = contractFacts(message, input, context.past)
  const callback = callbackWarnings(message)
  return {
    ...spoken,
    funds: fundsOf(message).map(coinView),
    facts: [...placeFacts(message), ...spoken.facts],
    warnings: [...inputWarnings(input), ...callback, ...spoken.warnings],
    visibility: fromAllToOne([...visibilityOf(message, input), ...spoken.visibility]),
    input: inputReview(message, input),
    ...(contract === undefined ? {} : { contract }),
    dangerous: input.kind !== 'opened' || isCutShort(input) || callback.length > 0,
  }
}

function messageWords(message: ComputeMessage, context: ContractContext): MessageWords {
  switch (message.kind) {
    case 'execute':
      return executeWords(message, context)
    case 'instantiate':
      return words({
        title: 'Create a contract',
        sentence: `Create a contract from code ${message.codeId}, labelled “${safeText(message.label, 120)}”`,
        warnings: message.admin === undefined ? [] : adminWarnings(message.admin, message.sender),
      })
    case 'migrate':
      return words({
        title: 'Replace a contract’s code',
        sentence: `Replace the code of ${short(message.contract)} with code ${message.codeId}`,
        warnings: [caution('The new code decides over everything that the contract holds.')],
      })
    default:
      return message satisfies never
  }
}

function executeWords(
  message: Extract<ComputeMessage, { kind: 'execute' }>,
  { input, token }: ContractContext,
): MessageWords {
  const { contract, funds, sender } = message
  const unread = words({
    title: 'Contract message',
    sentence: `Send a message to the contract ${short(contract)}`,
    whole: false,
  })
  // Only what was encrypted is put into words: the rest is dangerous and must not look like a transfer.
  if (input.kind !== 'opened') return unread
  const reading = readJsonText(input.message)
  if (reading.kind !== 'plain') return { ...unread, warnings: [oddWarning(reading)] }
  const known = parseContractMessage(reading.value)
  if (known !== undefined) {
    return contractActionWords(reading.value, known, { contract, token, funds, sender })
  }
  const names = topLevelNames(reading.value)
  const [name, ...others] = names
  const warnings = names.some(isContractMessageName) ? [caution(NEARLY_KNOWN)] : []
  if (name === undefined || others.length > 0) return { ...unread, warnings }
  return words({
    title: 'Contract message',
    sentence: `Send “${safeText(name, 80)}” to the contract ${short(contract)}`,
    warnings,
    whole: false,
  })
}

const NEARLY_KNOWN =
  'It is named like a message to a token or a collection but is not written like one, so Sotto cannot put it into words. Read all of it below.'

/** The name of what is asked for, by the custom that a message is an object with one member; all names where there are more. */
function topLevelNames(value: Extract<JsonReading, { kind: 'plain' }>['value']): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value !== 'object' || value === null || Array.isArray(value) ? [] : Object.keys(value)
}

function oddWarning(reading: JsonReading): Warning {
  return reading.kind === 'not-json'
    ? danger('The message is not JSON. A contract will probably refuse it, and the fee is lost.')
    : danger('The message is written in an unusual way and could mean something else than it seems to.')
}

function placeFacts(message: ComputeMessage): MessageWords['facts'] {
  const contract = message.kind === 'instantiate' ? [] : [fact('Contract', message.contract)]
  return message.kind === 'execute' ? contract : [...contract, fact('Code', message.codeId.toString())]
}

function callbackWarnings({ callbackSig, callbackCodeHash }: ComputeMessage): readonly Warning[] {
  if (callbackSig.length === 0 && callbackCodeHash === '') return []
  return [danger('This message pretends to come from another contract. No honest site makes such a message.')]
}

function adminWarnings(admin: string, sender: string): readonly Warning[] {
  const whose = admin === sender ? 'You' : short(admin)
  return [note(`${whose} can replace the code of the new contract.`)]
}

function fundsOf(message: ComputeMessage): readonly { readonly denom: string; readonly amount: bigint }[] {
  return message.kind === 'migrate' ? [] : message.funds
}

function inputWarnings(input: OpenedInput): readonly Warning[] {
  switch (input.kind) {
    case 'opened':
      return [
        ...(input.current ? [] : [danger(REPLACED_KEY)]),
        ...(isCutShort(input) ? [danger(CUT_SHORT)] : []),
        ...(input.seed === 'own'
          ? []
          : [note('This was encrypted with the key that another wallet derives from your account.')]),
      ]
    case 'plaintext':
      return [danger('This message is not encrypted. The network would run it in public, for all to read.')]
    case 'unreadable':
      return [
        danger(
          'Sotto cannot read this message. If the network cannot either, it would run it in public. Do not approve what you cannot read.',
        ),
      ]
    default:
      return input satisfies never
  }
}

const REPLACED_KEY =
  'This message is encrypted for a network key that has been replaced. The network cannot read it: it will fail, and the fee is lost. Reload the site to encrypt it anew.'
const CUT_SHORT = 'The message is too long to be shown whole, so a part of what it does stays hidden.'

function isCutShort(input: OpenedInput): boolean {
  return input.kind === 'opened' && input.message.length > DOCUMENT_LIMIT
}

function inputReview(message: ComputeMessage, input: OpenedInput): InputReview {
  switch (input.kind) {
    case 'opened': {
      const reading = readJsonText(input.message)
      const remarks = isCutShort(input) ? [] : remarksOn(message, reading)
      return { kind: 'decrypted', json: reading.pretty, ...(remarks.length === 0 ? {} : { remarks }) }
    }
    case 'plaintext':
      return { kind: 'plaintext', text: safeLines(input.text) }
    case 'unreadable':
      return { kind: 'unreadable', reason: input.reason, hex: input.hex }
    default:
      return input satisfies never
  }
}

/** Of what is put into words, only what it has inside is left to be marked. */
function remarksOn(message: ComputeMessage, reading: JsonReading): readonly JsonRemark[] {
  if (reading.kind !== 'plain') return []
  const place = message.kind === 'instantiate' ? [] : [message.contract]
  const last = reading.pretty.split('\n').length
  const remarks = markJson(reading.value, { known: [message.sender, ...place] }).filter(
    ({ line }) => line < last,
  )
  const spoken = message.kind === 'execute' && parseContractMessage(reading.value) !== undefined
  return spoken ? remarks.filter(({ mark }) => mark === 'nested') : remarks
}

function visibilityOf(message: ComputeMessage, input: OpenedInput): readonly Visibility[] {
  const what =
    message.kind === 'instantiate' ? 'That you created this contract' : 'That you used this contract'
  const coins = fundsOf(message).length === 0 ? '' : ', the coins sent along'
  if (input.kind !== 'opened') {
    return [seenBy('public', `${what}${coins}, and perhaps the whole message and its answer.`)]
  }
  return [
    seenBy('public', `${what}, when, the fee${coins} and the memo.`),
    seenBy('contract', 'The message. Nobody who runs a node can read it.'),
    seenBy('only-you', 'The answer: it comes back encrypted to your account.'),
  ]
}

const EYES = ['public', 'contract', 'recipient', 'only-you'] as const

/** Each kind of eyes once, with all that they see. */
function fromAllToOne(items: readonly Visibility[]): readonly Visibility[] {
  return EYES.flatMap((who) => {
    const texts = new Set(items.filter((item) => item.who === who).map(({ text }) => text))
    return texts.size === 0 ? [] : [seenBy(who, [...texts].join(' '))]
  })
}
