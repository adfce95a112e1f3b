import { create, toBinary } from '@bufbuild/protobuf'
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt'
import { describe, expect, it } from 'vitest'
import { withPlainDescription } from './proto-description.mjs'

type FileInit = Parameters<typeof create<typeof FileDescriptorProtoSchema>>[1]

function generated(file: FileInit): string {
  const bytes = toBinary(FileDescriptorProtoSchema, create(FileDescriptorProtoSchema, file))
  return [
    'import { fileDesc, messageDesc } from "@bufbuild/protobuf/codegenv2";',
    `export const file_a = fileDesc("${Buffer.from(bytes).toString('base64')}", [file_b]);`,
  ].join('\n')
}

const FIELD = { name: 'some_text', number: 1, type: 9, label: 1 }
const FILE = { name: 'a.proto', package: 'a', syntax: 'proto3', messageType: [{ name: 'A', field: [FIELD] }] }

describe('withPlainDescription', () => {
  it('writes a description as plain lists and leaves the rest', () => {
    const nested = { name: 'B', field: [{ ...FIELD, label: 3 }] }
    const chosen = { ...FIELD, name: 'it', number: 2, type: 11, typeName: '.a.A.B', oneofIndex: 0 }
    const message = { name: 'A', field: [FIELD, chosen], oneofDecl: [{ name: 'sum' }], nestedType: [nested] }
    expect(withPlainDescription(generated({ ...FILE, messageType: [message] }))).toBe(
      [
        'import { messageDesc } from "@bufbuild/protobuf/codegenv2";',
        'import { protoFile } from "../proto-file";',
        'export const file_a = protoFile({ name: "a.proto", package: "a", messages: [',
        '    {"name":"A","fields":[["some_text",1,9],["it",2,11,1,".a.A.B",0]],"oneofs":["sum"],"nested":[{"name":"B","fields":[["some_text",1,9,3]]}]},',
        '  ] }, [file_b]);',
      ].join('\n'),
    )
  })

  it.each([
    ['proto2', { ...FILE, syntax: '' }],
    ['an enum', { ...FILE, enumType: [{ name: 'E', value: [{ name: 'NONE', number: 0 }] }] }],
    ['a service', { ...FILE, service: [{ name: 'S' }] }],
    ['a map', { ...FILE, messageType: [{ name: 'A', options: { mapEntry: true } }] }],
    ['presence', { ...FILE, messageType: [{ name: 'A', field: [{ ...FIELD, proto3Optional: true }] }] }],
    ['packing', { ...FILE, messageType: [{ name: 'A', field: [{ ...FIELD, options: { packed: false } }] }] }],
  ])('refuses %s, which it cannot say', (_, file) => {
    expect(() => withPlainDescription(generated(file))).toThrow('uses more of protobuf')
  })

  it('refuses code without a description', () => {
    expect(() => withPlainDescription('export {}')).toThrow('No description')
  })
})
