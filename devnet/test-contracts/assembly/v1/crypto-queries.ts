import { encodeBase64 } from '../lib/base64'
import {
  ed25519_batch_verify,
  ed25519_sign,
  ed25519_verify,
  secp256k1_recover_pubkey,
  secp256k1_sign,
  secp256k1_verify,
} from '../lib/env'
import { Command, Fields } from '../lib/fields'
import { ObjectWriter, wrap } from '../lib/json-text'
import { fromBytes, toBytes } from '../lib/region'

/** Answers with the host's own number, 0 for a valid signature. Null for a query that is not about signatures. */
export function answerCryptoQuery(command: Command): string | null {
  const name = command.name
  const fields = command.fields
  if (name === 'verify_secp256k1') {
    return code(
      secp256k1_verify(region(fields, 'hash'), region(fields, 'signature'), region(fields, 'public_key')),
    )
  }
  if (name === 'verify_ed25519') {
    return code(
      ed25519_verify(region(fields, 'message'), region(fields, 'signature'), region(fields, 'public_key')),
    )
  }
  if (name === 'verify_ed25519_batch') {
    return code(
      ed25519_batch_verify(
        region(fields, 'messages'),
        region(fields, 'signatures'),
        region(fields, 'public_keys'),
      ),
    )
  }
  if (name === 'recover') {
    const recovery = fields.u32('recovery')
    return made(
      'public_key',
      secp256k1_recover_pubkey(region(fields, 'hash'), region(fields, 'signature'), recovery),
    )
  }
  if (name === 'sign_secp256k1') {
    return made('signature', secp256k1_sign(region(fields, 'message'), region(fields, 'secret_key')))
  }
  if (name !== 'sign_ed25519') return null
  return made('signature', ed25519_sign(region(fields, 'message'), region(fields, 'secret_key')))
}

function region(fields: Fields, name: string): usize {
  return fromBytes(fields.bytes(name))
}

function code(value: u32): string {
  return wrap('code', value.toString())
}

/** An error in the upper half, or a region in the lower. */
function made(name: string, result: u64): string {
  const error = <u32>(result >> 32)
  if (error !== 0) return code(error)
  return new ObjectWriter()
    .raw('code', '0')
    .text(name, encodeBase64(toBytes(<usize>result)))
    .json()
}
