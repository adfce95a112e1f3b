import { bech32 } from '@scure/base'
import { ADDRESS_PREFIX, isAddress } from '../../../domain/index'
import { safeText } from '../safe-text'
import { short } from '../words'
import type { Payee } from './payees'
import type { MessageContext, RequestContext, RiskRule } from './risk-rule'

type Rule = RiskRule<MessageContext>

/** The sentence about the first that is concerned, and how many more there are. */
function about(
  { at }: MessageContext,
  concerned: (payee: Payee) => boolean,
  sentence: (payee: Payee) => string,
): string | undefined {
  const [first, ...others] = at.payees.filter(concerned)
  if (first === undefined) return undefined
  const more = new Set(others.map(({ address }) => address))
  more.delete(first.address)
  return more.size === 0 ? sentence(first) : `${sentence(first)} The same holds for ${more.size} more.`
}

const lookAlike: Rule = {
  name: 'recipient-look-alike',
  level: 'danger',
  check: (context) =>
    about(
      context,
      ({ address }) => context.people.lookAlike(address) !== undefined,
      ({ address }) =>
        `${short(address)} looks like ${safeText(context.people.lookAlike(address)?.name ?? '', 80)}, whom you know, but is somebody else. Compare every letter.`,
    ),
}

const first: Rule = {
  name: 'recipient-first',
  level: 'note',
  check: (context) =>
    about(
      context,
      ({ address, kind }) => kind !== 'rights' && isAddress(address) && isStranger(address, context),
      ({ address }) => `You have not sent anything to ${short(address)} before.`,
    ),
}

function isStranger(address: string, { people, at }: MessageContext): boolean {
  if (people.nameOf(address) !== undefined || people.isEarlier(address)) return false
  return people.lookAlike(address) === undefined && address !== at.contract?.address
}

const isContract: Rule = {
  name: 'recipient-is-contract',
  level: 'danger',
  check: (context) =>
    about(
      context,
      ({ address, kind }) => (kind === 'tokens' || kind === 'coins') && context.people.isContract(address),
      ({ address, kind }) =>
        kind === 'tokens'
          ? `${short(address)} is a contract and is not told of a transfer: the tokens could be lost. Contracts take tokens by “send”.`
          : `${short(address)} is a contract. It may have no way to give the coins back.`,
    ),
}

const sendToAccount: Rule = {
  name: 'send-to-account',
  level: 'caution',
  check: (context) =>
    about(
      context,
      ({ address, kind, codeHash }) =>
        kind === 'send' &&
        (codeHash === undefined || codeHash === '') &&
        context.people.nameOf(address) !== undefined &&
        !context.people.isContract(address),
      ({ address }) =>
        `This calls ${short(address)} as if it were a contract. To an account it fails with some tokens, and the fee is lost.`,
    ),
}

/** What stands under a name alone may be anybody, and who may be paid later is not paid. */
function isPaid({ kind }: Payee): boolean {
  return kind !== 'named' && kind !== 'abroad' && kind !== 'allowed'
}

const self: Rule = {
  name: 'send-to-self',
  level: 'caution',
  check: (context) =>
    about(
      context,
      (payee) => isPaid(payee) && payee.address === context.account,
      () =>
        `${context.at.payees.length > 1 ? 'A part of this' : 'This'} goes to the very account that it comes from.`,
    ),
}

const own: Rule = {
  name: 'send-to-own-account',
  level: 'note',
  check: (context) =>
    about(
      context,
      (payee) => isPaid(payee) && payee.address !== context.account && context.people.isOwn(payee.address),
      ({ address }) =>
        `This goes to “${safeText(context.people.nameOf(address) ?? '', 80)}”, an account of yours.`,
    ),
}

const validator: Rule = {
  name: 'recipient-validator',
  level: 'danger',
  check: (context) =>
    about(
      context,
      ({ address }) => prefixOf(address)?.startsWith(`${ADDRESS_PREFIX}val`) === true,
      ({ address }) =>
        `${short(address)} is a validator, not an account. Nobody could use what is sent there.`,
    ),
}

const otherNetwork: Rule = {
  name: 'recipient-other-network',
  level: 'caution',
  check: (context) =>
    about(
      context,
      ({ address, kind }) => {
        const prefix = kind === 'abroad' ? undefined : prefixOf(address)
        return prefix !== undefined && !prefix.startsWith(ADDRESS_PREFIX)
      },
      ({ address }) => `${short(address)} is an address of another network.`,
    ),
}

const misspelt: Rule = {
  name: 'recipient-misspelt',
  level: 'danger',
  check: (context) =>
    about(
      context,
      ({ address }) => BEGINS.test(address) && !isAddress(address) && prefixOf(address) === undefined,
      ({ address }) =>
        `${safeText(address, 90)} is nearly an address of this network and is none: a letter is wrong.`,
    ),
}

const BEGINS = new RegExp(`^${ADDRESS_PREFIX}1`, 'i')

/** The prefix of a well-formed address that is none of this network's accounts. */
function prefixOf(text: string): string | undefined {
  if (text !== text.toLowerCase()) return undefined
  const prefix = bech32.decodeUnsafe(text, 120)?.prefix
  return prefix === ADDRESS_PREFIX ? undefined : prefix
}

const backHere: Rule = {
  name: 'receiver-of-this-network',
  level: 'caution',
  check: ({ at: { message } }) =>
    message.kind === 'ibc-transfer' && BEGINS.test(message.receiver)
      ? 'The receiver has an address of this network, but the coins go to another one.'
      : undefined,
}

const unasked: RiskRule<RequestContext> = {
  name: 'recipients-unasked',
  level: 'caution',
  check: ({ unasked }) =>
    unasked === 0
      ? undefined
      : `There are more recipients than Sotto asks a node about: of ${unasked} it did not check whether they are contracts, which may have no way to give coins back.`,
}

export const RECIPIENTS_RULES: readonly RiskRule<RequestContext>[] = [unasked]
export const RECIPIENT_RULES: readonly Rule[] = [
  lookAlike,
  validator,
  misspelt,
  isContract,
  otherNetwork,
  backHere,
  sendToAccount,
  self,
  own,
  first,
]
