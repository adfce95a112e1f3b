/** Everybody whom a message gives something: coins, tokens, or the right to take them. */
import type { ChainMessage } from '../../../chain/codec/index'
import { type ContractAction, type PartyRole, partiesOf, passedOnBy } from '../../../chain/index'
import type { JsonValue } from '../../../domain/index'
import { readJsonText } from '../json-text'
import { signersOf } from '../message-signers'
import { nestedJson } from '../nested-json'

export interface Payee {
  /** As it is written in the message: not always an address. */
  readonly address: string
  /**
   * `coins` in public; `tokens` by a transfer; `send` hands tokens to a contract and calls it; `rights` takes nothing yet;
   * `allowed` is whom somebody else may send coins of the account; `named` stands under a name such as recipient in a message
   * of another kind; `abroad` is the same for what goes to another chain, or over one.
   */
  readonly kind: 'coins' | 'tokens' | 'send' | 'rights' | 'allowed' | 'named' | 'abroad'
  /** For `send`: the code hash of the contract that is to be called. */
  readonly codeHash?: string | undefined
}

const PAYEE_NAMES = new Set([
  'recipient',
  'receiver',
  'to',
  'spender',
  'beneficiary',
  'operator',
  'recipient_address',
  'remote_address',
])
/** What stands under these names is for another chain. Protocol 9.3. */
const ABROAD_NAMES = new Set(['remote_address', 'memo'])

export function payeesOf(
  message: ChainMessage,
  action: ContractAction | undefined,
  json: JsonValue | undefined,
): readonly Payee[] {
  const found = action === undefined ? publicPayees(message) : contractPayees(action, senderOf(message))
  const named = action === undefined ? namedPayees(json, 'named') : []
  return [...found, ...named]
}

function publicPayees(message: ChainMessage): readonly Payee[] {
  switch (message.kind) {
    case 'send':
      return [{ address: message.to, kind: 'coins' }]
    case 'multi-send':
      return message.outputs.map(({ address }) => ({ address, kind: 'coins' }))
    case 'set-withdraw-address':
      return message.withdrawAddress === message.delegator
        ? []
        : [{ address: message.withdrawAddress, kind: 'coins' }]
    case 'ibc-transfer':
      return [
        { address: message.receiver, kind: 'abroad' },
        ...namedPayees(nestedJson(message.memo)?.value, 'abroad'),
      ]
    case 'instantiate':
      return message.admin === undefined || message.admin === message.sender
        ? []
        : [{ address: message.admin, kind: 'rights' }]
    case 'fee-grant':
      return [{ address: message.grantee, kind: 'rights' }]
    case 'authz-grant': {
      const { authorization } = message.grant
      const allowed = authorization?.kind === 'send' ? authorization.allowList : []
      return [
        { address: message.grantee, kind: 'rights' },
        ...allowed.map((address): Payee => ({ address, kind: 'allowed' })),
      ]
    }
    case 'update-admin':
      return [{ address: message.newAdmin, kind: 'rights' }]
    case 'authz-exec':
      return message.messages.flatMap((inner) => {
        // What others pay to this account is nothing that it gives.
        const own = signersOf(inner).includes(message.grantee)
        return publicPayees(inner).filter(({ address }) => own || address !== message.grantee)
      })
    default:
      return []
  }
}

/** What each part in a message means here; an owner is whom something is taken from. */
const KIND_OF_ROLE: Readonly<Record<PartyRole, Payee['kind'] | undefined>> = {
  recipient: 'tokens',
  contract: 'send',
  spender: 'rights',
  operator: 'rights',
  viewer: 'rights',
  minter: 'rights',
  admin: 'rights',
  owner: undefined,
}

/** They give nobody anything: they take rights back. */
const TAKES_BACK: ReadonlySet<ContractAction['kind']> = new Set<ContractAction['kind']>([
  'decrease-allowance',
  'nft-revoke',
  'nft-revoke-all',
  'item-revoke-permission',
  'remove-minters',
  'item-remove-minters',
  'item-remove-curators',
  'item-remove-admin',
])

/** What they hand out did not exist before. */
const MAKES: ReadonlySet<ContractAction['kind']> = new Set<ContractAction['kind']>([
  'mint',
  'nft-mint',
  'nft-mint-clones',
  'item-mint',
  'item-curate',
])

/** False where what this account gets by the message comes from others, or from nowhere. */
function paysItself(action: ContractAction, account: string | undefined): boolean {
  if (MAKES.has(action.kind)) return false
  if ('movements' in action) return action.movements.some(({ owner }) => (owner ?? account) === account)
  return 'itemMovements' in action ? action.itemMovements.some(({ from }) => from === account) : true
}

function senderOf(message: ChainMessage): string | undefined {
  return message.kind === 'execute' ? message.sender : undefined
}

function contractPayees(action: ContractAction, sender: string | undefined): readonly Payee[] {
  const parties = TAKES_BACK.has(action.kind) ? [] : partiesOf(action)
  const itself = paysItself(action, sender)
  const given = parties.flatMap(({ role, address, codeHash }): Payee[] => {
    const kind = KIND_OF_ROLE[role]
    return kind === undefined || (address === sender && !itself) ? [] : [{ address, kind, codeHash }]
  })
  return [...given, ...passedOnBy(action).flatMap(({ message }) => namedInside(message))]
}

/** Such as the receiver of a swap, in the message that a token passes on. */
function namedInside(base64Text: string): readonly Payee[] {
  const text = new TextDecoder().decode(
    Uint8Array.from(atob(base64Text), (character) => character.charCodeAt(0)),
  )
  const reading = readJsonText(text)
  return reading.kind === 'plain' ? namedPayees(reading.value, 'named') : []
}

/** Texts that hold more JSON are looked into: a route over several chains has one step inside of the other. */
function namedPayees(
  value: JsonValue | undefined,
  kind: 'named' | 'abroad',
  found: Payee[] = [],
): readonly Payee[] {
  if (typeof value !== 'object' || value === null) return found
  for (const [name, member] of Object.entries(value)) {
    const inside = ABROAD_NAMES.has(name) ? 'abroad' : kind
    if (typeof member !== 'string') namedPayees(member, inside, found)
    else if (PAYEE_NAMES.has(name)) found.push({ address: member, kind: inside })
    else namedPayees(nestedJson(member)?.value, inside, found)
  }
  return found
}
