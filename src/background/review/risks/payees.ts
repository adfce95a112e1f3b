/** Everybody whom a message gives something: coins, tokens, or the right to take them. */
import type { ChainMessage } from '../../../chain/codec/index'
import type { Snip20Action } from '../../../chain/index'
import type { JsonValue } from '../../../domain/index'
import { readJsonText } from '../json-text'

export interface Payee {
  /** As it is written in the message: not always an address. */
  readonly address: string
  /**
   * `coins` in public; `tokens` by a transfer; `send` hands tokens to a contract and calls it; `rights` takes nothing yet;
   * `named` stands under a name such as recipient in a message of another kind.
   */
  readonly kind: 'coins' | 'tokens' | 'send' | 'rights' | 'named'
  /** For `send`: the code hash of the contract that is to be called. */
  readonly codeHash?: string | undefined
}

/** More than one message can name honestly; what is beyond it is not looked at. */
const MOST = 200
const PAYEE_NAMES = new Set(['recipient', 'receiver', 'to', 'spender', 'beneficiary', 'operator'])

export function payeesOf(
  message: ChainMessage,
  action: Snip20Action | undefined,
  json: JsonValue | undefined,
): readonly Payee[] {
  const found = action === undefined ? publicPayees(message) : tokenPayees(action)
  const named = action === undefined && json !== undefined ? namedPayees(json) : []
  return [...found, ...named].slice(0, MOST)
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
    case 'fee-grant':
    case 'authz-grant':
      return [{ address: message.grantee, kind: 'rights' }]
    case 'update-admin':
      return [{ address: message.newAdmin, kind: 'rights' }]
    case 'authz-exec':
      return message.messages.flatMap(publicPayees)
    default:
      return []
  }
}

function tokenPayees(action: Snip20Action): readonly Payee[] {
  if ('movements' in action) {
    const send = action.kind === 'send' || action.kind === 'send-from'
    return action.movements.flatMap(({ recipient, recipientCodeHash, message }): Payee[] => [
      ...(recipient === undefined
        ? []
        : [
            send
              ? ({ address: recipient, kind: 'send', codeHash: recipientCodeHash } as const)
              : ({ address: recipient, kind: 'tokens' } as const),
          ]),
      ...(message === undefined ? [] : namedInside(message)),
    ])
  }
  if (action.kind === 'increase-allowance') return [{ address: action.spender, kind: 'rights' }]
  return action.kind === 'change-admin' ? [{ address: action.address, kind: 'rights' }] : []
}

/** Such as the receiver of a swap, in the message that a token passes on. */
function namedInside(base64Text: string): readonly Payee[] {
  const text = new TextDecoder().decode(
    Uint8Array.from(atob(base64Text), (character) => character.charCodeAt(0)),
  )
  const reading = readJsonText(text)
  return reading.kind === 'plain' ? namedPayees(reading.value) : []
}

function namedPayees(value: JsonValue, found: Payee[] = []): readonly Payee[] {
  if (typeof value !== 'object' || value === null || found.length >= MOST) return found
  for (const [name, member] of Object.entries(value)) {
    if (typeof member !== 'string') namedPayees(member, found)
    else if (PAYEE_NAMES.has(name) && found.length < MOST) found.push({ address: member, kind: 'named' })
  }
  return found
}
