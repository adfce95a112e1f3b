import type { View } from '../../src/messages/popup'
import { error } from './replies'
import { LONG_ORIGIN, locked, NOW } from './samples'
import type { Act, Scene } from './scene'

const DAMAGED: View = {
  kind: 'damaged',
  message: 'The sealed wallet in this browser’s storage is not whole: its header cannot be read.',
}
const PASSKEYS = [{ credentialId: 'cGFzc2tleQ', salt: 'AQ'.padEnd(43, 'A').concat('=') }]

const FORGET: readonly Act[] = [{ click: 'Forget this wallet' }]
const TYPE_WORDS: Act = { fill: 'To go on', with: 'forget this wallet' }

export const LOCKED: readonly Scene[] = [
  { name: 'locked', view: locked() },
  {
    name: 'locked-waiting',
    view: locked({ waitingSites: ['https://app.example.org', LONG_ORIGIN] }),
    page: 'approval',
  },
  {
    name: 'locked-wrong',
    view: locked(),
    replies: {
      unlock: error(
        'That is not the password of this wallet. Check the keyboard and try again.',
        'vault/wrong-password',
      ),
    },
    acts: [{ fill: 'Password', with: 'wrong password' }, { click: 'Unlock' }],
  },
  {
    name: 'locked-damaged',
    view: locked(),
    replies: {
      unlock: error(
        'Sotto cannot read the wallet saved on this computer. Nothing was deleted. Your recovery phrase restores it.',
        'vault/damaged',
      ),
    },
    acts: [{ fill: 'Password', with: 'right password' }, { click: 'Unlock' }],
  },
  {
    name: 'locked-busy',
    view: locked(),
    replies: { unlock: 'never' },
    acts: [{ fill: 'Password', with: 'right password' }, { click: 'Unlock' }],
  },
  { name: 'locked-wait', view: locked({ retryAt: NOW + 92_000, passkeys: PASSKEYS }) },
  { name: 'locked-mends', view: locked({ mends: true }) },
  { name: 'locked-passkey', view: locked({ passkeys: PASSKEYS }) },
  {
    name: 'locked-passkey-busy',
    view: locked({ passkeys: PASSKEYS }),
    passkeys: 'waiting',
    acts: [{ click: 'Unlock with a passkey' }],
  },
  {
    name: 'locked-passkey-failed',
    view: locked({ passkeys: PASSKEYS, mends: true, waitingSites: ['https://app.example.org'] }),
    passkeys: 'without-secret',
    acts: [{ click: 'Unlock with a passkey' }],
  },
  {
    name: 'locked-forgot',
    view: locked(),
    acts: [{ press: 'Tab' }, { press: 'Tab' }, { press: 'Tab' }, { press: 'Enter' }],
  },
  { name: 'locked-200', view: locked({ waitingSites: ['https://app.example.org'] }), textScale: 2 },
  { name: 'loading', view: undefined, acts: [{ wait: 300 }] },
  { name: 'damaged', view: DAMAGED },
  { name: 'damaged-200', view: DAMAGED, textScale: 2 },
  { name: 'forget', view: DAMAGED, acts: FORGET },
  { name: 'forget-200', view: DAMAGED, textScale: 2, acts: FORGET },
  { name: 'forget-tab', view: DAMAGED, page: 'tab', acts: FORGET },
  { name: 'forget-typed', view: DAMAGED, acts: [...FORGET, TYPE_WORDS, { scroll: 'end' }] },
  {
    name: 'forget-error',
    view: DAMAGED,
    replies: {
      forgetWallet: error('The browser did not delete everything. Try again, or remove the extension.'),
    },
    acts: [...FORGET, TYPE_WORDS, { click: 'Delete everything' }, { scroll: 'end' }],
  },
]
