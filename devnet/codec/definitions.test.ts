import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type DescField, type DescMessage, ScalarType, toBinary } from '@bufbuild/protobuf'
import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { allTypes } from './registry'

// Every definition against a stranger's: secretjs must read each field under its name and write the same bytes back.

const require = createRequire(import.meta.url)
const PROTOBUF = join(dirname(require.resolve('secretjs')), 'protobuf')

interface StrangersType {
  decode(bytes: Uint8Array): unknown
  encode(message: unknown): { finish(): Uint8Array }
  toJSON(message: unknown): Record<string, unknown>
}

function strangersType({ typeName, name }: DescMessage): StrangersType | undefined {
  const folder = join(PROTOBUF, ...typeName.split('.').slice(0, -1))
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  return files.map((file) => require(join(folder, file))[name]).find((type) => type !== undefined)
}

/** A value that is not the field's default; messages hold one value in each of their own fields. */
function sample(field: DescField, depth: number): unknown {
  if (field.message !== undefined) return depth > 3 ? undefined : sampleMessage(field.message, depth + 1)
  if (field.enum !== undefined) return 1
  switch (field.scalar) {
    case ScalarType.BYTES:
      return Uint8Array.of(field.number, 7)
    case ScalarType.STRING:
      return `text ${field.number}`
    case ScalarType.BOOL:
      return true
    case ScalarType.UINT64:
    case ScalarType.INT64:
      return BigInt(field.number)
    default:
      return field.number
  }
}

function sampleMessage(schema: DescMessage, depth = 0): Record<string, unknown> {
  const members = schema.fields.map((field): [string, unknown] => {
    const value = sample(field, depth)
    if (field.oneof !== undefined) return [field.oneof.localName, { case: field.localName, value }]
    return [field.localName, field.fieldKind === 'list' ? [value] : value]
  })
  return Object.fromEntries(members)
}

function filled(schema: DescMessage): Uint8Array {
  return toBinary(schema, create(schema, sampleMessage(schema)))
}

const known = allTypes().flatMap((schema) => {
  const type = strangersType(schema)
  return type === undefined ? [] : [{ name: schema.typeName, schema, type }]
})

describe('the definitions of messages', () => {
  it('are all known to secretjs but for the newest and one nested type', () => {
    const names = known.map(({ name }) => name)
    const unknown = allTypes().filter(({ typeName }) => !names.includes(typeName))
    expect(unknown.map(({ typeName }) => typeName).sort()).toEqual([
      'cosmos.staking.v1beta1.StakeAuthorization.Validators',
      'secret.compute.v1beta1.AdminUpdateInfo',
      'secret.compute.v1beta1.MsgContractGovernanceProposal',
    ])
  })

  it.each(known)('$name', ({ schema, type }) => {
    const bytes = filled(schema)
    const message = type.decode(bytes)
    expect(hex.encode(type.encode(message).finish())).toBe(hex.encode(bytes))
    const oneofs = schema.fields.filter(({ oneof }) => oneof !== undefined).map(({ name }) => name)
    const fields = schema.fields.map(({ name }) => name).filter((name) => !oneofs.slice(0, -1).includes(name))
    expect(Object.keys(type.toJSON(message)).sort()).toEqual(fields.sort())
  })
})
