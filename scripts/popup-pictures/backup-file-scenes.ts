import { error, result } from './replies'
import { LONG, tab, UNLOCKED } from './samples'
import type { Act, Scene } from './scene'

const SAVE: readonly Act[] = [tab('Settings'), { open: 'Accounts and backup' }, { open: 'Backup file' }]
const RESTORE: readonly Act[] = [...SAVE, { click: 'Restore from a backup file instead' }]
const SEND: readonly Act[] = [{ fill: 'Password', with: 'correct horse' }, { click: 'Save the file' }]
const PICKED: readonly Act[] = [
  { choose: 'Backup file', file: 'sotto-backup-2026-11-21.json', text: '{}' },
  { fill: 'Password of the file', with: 'correct horse' },
]
const FILE = { fileName: 'sotto-backup-2026-11-21.json', text: '{}' }
const WRONG = error(
  'That is not the password of this file. Check the keyboard and try again.',
  'backup/wrong-password',
)

export const BACKUP_FILE: readonly Scene[] = [
  { name: 'backup-file', view: UNLOCKED, acts: SAVE },
  {
    name: 'backup-file-keys',
    view: UNLOCKED,
    page: 'panel',
    acts: [...SAVE, { click: 'Also recovery phrases', role: 'switch' }],
  },
  { name: 'backup-file-tab', view: UNLOCKED, page: 'tab', acts: SAVE },
  { name: 'backup-file-200', view: UNLOCKED, textScale: 2, acts: SAVE },
  { name: 'backup-file-popup', view: UNLOCKED, vanishes: true, acts: SAVE },
  { name: 'backup-file-busy', view: UNLOCKED, replies: { makeBackup: 'never' }, acts: [...SAVE, ...SEND] },
  {
    name: 'backup-file-wrong',
    view: UNLOCKED,
    replies: { makeBackup: error('That is not the password of this wallet.', 'vault/wrong-password') },
    acts: [...SAVE, ...SEND],
  },
  {
    name: 'backup-file-error',
    view: UNLOCKED,
    page: 'panel',
    replies: { makeBackup: error(LONG) },
    acts: [...SAVE, ...SEND, { scroll: 'end' }],
  },
  {
    name: 'backup-file-saved',
    view: UNLOCKED,
    replies: { makeBackup: result(FILE) },
    acts: [...SAVE, ...SEND],
  },
  {
    name: 'backup-file-saved-keys',
    view: UNLOCKED,
    page: 'panel',
    replies: { makeBackup: result({ ...FILE, fileName: `${LONG}.json` }) },
    acts: [...SAVE, { click: 'Also recovery phrases', role: 'switch' }, ...SEND],
  },
  { name: 'backup-restore', view: UNLOCKED, acts: RESTORE },
  { name: 'backup-restore-empty', view: UNLOCKED, acts: [...RESTORE, { click: 'Restore' }] },
  { name: 'backup-restore-picked', view: UNLOCKED, page: 'panel', acts: [...RESTORE, ...PICKED] },
  {
    name: 'backup-restore-long',
    view: UNLOCKED,
    acts: [...RESTORE, { choose: 'Backup file', file: `${LONG.slice(0, 200)}.json`, text: '{}' }],
  },
  {
    name: 'backup-restore-wrong',
    view: UNLOCKED,
    replies: { restoreBackup: WRONG },
    acts: [...RESTORE, ...PICKED, { click: 'Restore' }],
  },
  {
    name: 'backup-restore-foreign',
    view: UNLOCKED,
    replies: { restoreBackup: error('This file is not a backup of Sotto. Nothing was changed.') },
    acts: [...RESTORE, ...PICKED, { click: 'Restore' }],
  },
  {
    name: 'backup-restored',
    view: UNLOCKED,
    replies: { restoreBackup: result({ secrets: 1, accounts: 3, contacts: 12, tokens: 4 }) },
    acts: [...RESTORE, ...PICKED, { press: 'Enter' }],
  },
  {
    name: 'backup-restore-welcome',
    view: { kind: 'empty' },
    acts: [{ click: 'Restore from a backup file' }],
  },
]
