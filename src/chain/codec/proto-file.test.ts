import { create, type DescField, type DescMessage, fromBinary, toBinary } from '@bufbuild/protobuf'
import { fileDesc, type GenFile, messageDesc } from '@bufbuild/protobuf/codegenv2'
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt'
import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { file_abci } from './gen/abci_pb'
import { file_bank } from './gen/bank_pb'
import { file_compute } from './gen/compute_pb'
import { file_distribution } from './gen/distribution_pb'
import { file_gov } from './gen/gov_pb'
import { file_grants } from './gen/grants_pb'
import { file_ibc } from './gen/ibc_pb'
import { file_keys } from './gen/keys_pb'
import { file_staking } from './gen/staking_pb'
import { file_tx } from './gen/tx_pb'
import { file_wire } from './gen/wire_pb'
import { protoFile } from './proto-file'

const FILES = [
  file_abci,
  file_bank,
  file_compute,
  file_distribution,
  file_gov,
  file_grants,
  file_ibc,
  file_keys,
  file_staking,
  file_tx,
  file_wire,
]

/** The same file, by the library's own way from the bytes that protoc would write. */
function byLibrary({ proto, dependencies }: GenFile): GenFile {
  return fileDesc(base64.encode(toBinary(FileDescriptorProtoSchema, proto)), [...dependencies])
}

/** Everything that decoding and encoding ask of a message. */
function facts(message: DescMessage): unknown {
  return {
    name: message.typeName,
    oneofs: message.oneofs.map(({ localName, fields }) => [localName, fields.map(({ number }) => number)]),
    nested: message.nestedMessages.map(facts),
    fields: message.fields.map(fieldFacts),
  }
}

function fieldFacts(field: DescField): unknown {
  const { fieldKind, name, localName, jsonName, number, presence } = field
  return {
    ...{ fieldKind, name, localName, jsonName, number, presence },
    ...{ oneof: field.oneof?.name, scalar: field.scalar, message: field.message?.typeName },
    list: field.fieldKind === 'list' ? [field.listKind, field.packed] : undefined,
  }
}

describe('described files', () => {
  it.each(FILES.map((file) => [file.proto.name, file] as const))(
    '%s is what the library makes of it',
    (_, file) => {
      expect(file.messages.map(facts)).toEqual(byLibrary(file).messages.map(facts))
      expect(file.messages.length).toBeGreaterThan(0)
    },
  )

  it('encode and decode as any other', () => {
    const file = protoFile({
      name: 'sample.proto',
      package: 'sample',
      messages: [
        { name: 'Leaf', fields: [['some_text', 1, 9]] },
        {
          name: 'Tree',
          fields: [
            ['leaves', 1, 11, 3, '.sample.Leaf'],
            ['count', 2, 4, 1, '', 0],
            ['raw', 3, 12, 1, '', 0],
          ],
          oneofs: ['content'],
        },
      ],
    })
    const schema = messageDesc(file, 1)
    const tree = { leaves: [{ someText: 'a' }, { someText: '' }], content: { case: 'count', value: 5n } }
    const bytes = toBinary(schema, create(schema, tree as never))
    expect([...bytes]).toEqual([10, 3, 10, 1, 97, 10, 0, 16, 5])
    expect(fromBinary(schema, bytes)).toMatchObject(tree)
  })

  it('must know the types that they name', () => {
    const messages = [{ name: 'Tree', fields: [['leaf', 1, 11, 1, '.sample.Leaf'] as const] }]
    expect(() => protoFile({ name: 'sample.proto', package: 'sample', messages })).toThrow()
  })
})
