/** The backup file: JSON around a seal that only its password opens. */
import { base64, utf8 } from '@scure/base'
import * as v from 'valibot'
import {
  CryptoError,
  DataKey,
  type KdfParams,
  openVault,
  type RandomBytes,
  sealVault,
} from '../../crypto/index'
import { BackupError } from './backup-error'
import { type Backup, backupFileSchema, backupSchema } from './backup-schema'

/** An older Sotto that meets a newer file says so, instead of calling it damaged. */
export const VERSION = 2
const ABOUT =
  'A backup of a Sotto wallet. It opens in Sotto, with the password that the wallet had when it was saved.'
const BYTE_ORDER_MARK = /^\ufeff/

interface SealingParts {
  readonly random: RandomBytes
  readonly kdf: KdfParams
}

export async function sealBackup(
  backup: Backup,
  password: string,
  { random, kdf }: SealingParts,
): Promise<string> {
  const content = utf8.decode(JSON.stringify(backup))
  const dataKey = DataKey.create(random)
  const sealed = await sealVault({ password, dataKey, content, kdf, purpose: 'backup' }, random)
  dataKey.wipe()
  content.fill(0)
  return JSON.stringify({
    format: 'sotto-backup',
    version: VERSION,
    about: ABOUT,
    sealed: base64.encode(sealed),
  })
}

/** Throws `backup/foreign`, `backup/newer`, `backup/damaged`, `backup/wrong-password`. */
export async function openBackup(text: string, password: string): Promise<Backup> {
  const { content, dataKey } = await openSealed(sealedOf(text), password)
  dataKey.wipe()
  const parsed = v.safeParse(backupSchema, parsedJson(utf8.encode(content)))
  content.fill(0)
  if (!parsed.success) throw new BackupError('backup/damaged')
  return parsed.output
}

function sealedOf(text: string): Uint8Array {
  const file = v.safeParse(backupFileSchema, parsedJson(text.replace(BYTE_ORDER_MARK, '')))
  if (!file.success) throw new BackupError('backup/foreign')
  if (file.output.version > VERSION) throw new BackupError('backup/newer')
  return base64.decode(file.output.sealed)
}

async function openSealed(sealed: Uint8Array, password: string): ReturnType<typeof openVault> {
  try {
    return await openVault(sealed, password, 'backup')
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause
    const code = cause.code === 'vault/wrong-password' ? 'backup/wrong-password' : 'backup/damaged'
    throw new BackupError(code, { cause })
  }
}

/** Undefined for what is not JSON: no schema takes it. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
