import { ACCOUNTS } from './account-scenes'
import { BACKUP_FILE } from './backup-file-scenes'
import { BEGINNING } from './beginning-scenes'
import { CHAIN_SCENES } from './chain-scenes'
import { LOCKED } from './closed-scenes'
import { CONTACT_SCENES } from './contact-scenes'
import { FEES } from './fee-scenes'
import { HOME } from './home-scenes'
import { LAST_METHODS } from './last-methods-scenes'
import { PERMISSIONS } from './permission-scenes'
import { LANDINGS, PHRASES } from './phrase-scenes'
import { PRICES } from './price-scenes'
import { RISKS } from './risk-scenes'
import type { Scene } from './scene'
import { SETTINGS } from './settings-scenes'
import { APPROVALS, ENTRIES } from './signing-scenes'

export { NOW } from './samples'

export const SCENES: readonly Scene[] = [
  ...BEGINNING,
  ...PHRASES,
  ...LANDINGS,
  ...LOCKED,
  ...HOME,
  ...ENTRIES,
  ...APPROVALS,
  ...RISKS,
  ...PERMISSIONS,
  ...SETTINGS,
  ...BACKUP_FILE,
  ...ACCOUNTS,
  ...CONTACT_SCENES,
  ...FEES,
  ...CHAIN_SCENES,
  ...PRICES,
  ...LAST_METHODS,
]
