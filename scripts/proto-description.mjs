// @ts-check
// Rewrites the descriptions in generated code: plain lists instead of protobuf's description of itself in base64.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import { DescriptorProtoSchema, FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt'

const CALL = /fileDesc\("([^"]*)"/
const IMPORT = 'import { fileDesc, messageDesc } from "@bufbuild/protobuf/codegenv2";'
const OUR_IMPORT =
  'import { messageDesc } from "@bufbuild/protobuf/codegenv2";\nimport { protoFile } from "../proto-file";'
const NOT_REPEATED = 1

/**
 * Takes a file that protoc-gen-es wrote, and gives it back with its description as `protoFile` of src/chain/codec reads it.
 * Throws when the .proto uses anything that such a description cannot say.
 * @param {string} code
 * @returns {string}
 */
export function withPlainDescription(code) {
  const [, base64] = CALL.exec(code) ?? []
  if (base64 === undefined || !code.includes(IMPORT)) throw new Error('No description found to rewrite.')
  return code.replace(IMPORT, OUR_IMPORT).replace(CALL, () => `protoFile(${describe(base64)}`)
}

/** @param {string} base64 @returns {string} */
function describe(base64) {
  const bytes = Buffer.from(base64, 'base64')
  const file = fromBinary(FileDescriptorProtoSchema, bytes)
  const messages = file.messageType.map(plainMessage)
  const again = create(FileDescriptorProtoSchema, {
    name: file.name,
    package: file.package,
    syntax: 'proto3',
    messageType: messages.map(messageProto),
  })
  if (!bytes.equals(toBinary(FileDescriptorProtoSchema, again))) {
    throw new Error(`${file.name} uses more of protobuf than a plain description can say.`)
  }
  const lines = messages.map((message) => `    ${JSON.stringify(message)},\n`)
  const names = `name: ${JSON.stringify(file.name)}, package: ${JSON.stringify(file.package)}`
  return `{ ${names}, messages: [\n${lines.join('')}  ] }`
}

/**
 * @typedef {[name: string, number: number, type: number, label?: number, typeName?: string, oneofIndex?: number]} PlainField
 * @typedef {{name: string, fields: PlainField[], oneofs?: string[], nested?: PlainMessage[]}} PlainMessage
 * @typedef {import('@bufbuild/protobuf/wkt').DescriptorProto} DescriptorProto
 * @typedef {import('@bufbuild/protobuf/wkt').FieldDescriptorProto} FieldDescriptorProto
 */

/** @param {DescriptorProto} message @returns {PlainMessage} */
function plainMessage({ name, field, oneofDecl, nestedType }) {
  return {
    name,
    fields: field.map(plainField),
    ...(oneofDecl.length === 0 ? {} : { oneofs: oneofDecl.map((oneof) => oneof.name) }),
    ...(nestedType.length === 0 ? {} : { nested: nestedType.map(plainMessage) }),
  }
}

/** @param {FieldDescriptorProto} field @returns {PlainField} */
function plainField(field) {
  const { name, number, type, label, typeName } = field
  if (Object.hasOwn(field, 'oneofIndex')) return [name, number, type, label, typeName, field.oneofIndex]
  if (typeName !== '') return [name, number, type, label, typeName]
  return label === NOT_REPEATED ? [name, number, type] : [name, number, type, label]
}

/** @param {PlainMessage} message @returns {DescriptorProto} */
function messageProto({ name, fields, oneofs = [], nested = [] }) {
  return create(DescriptorProtoSchema, {
    name,
    field: fields.map(([fieldName, number, type, label = NOT_REPEATED, typeName, oneofIndex]) => ({
      name: fieldName,
      number,
      type,
      label,
      ...(typeName === undefined ? {} : { typeName }),
      ...(oneofIndex === undefined ? {} : { oneofIndex }),
    })),
    oneofDecl: oneofs.map((oneof) => ({ name: oneof })),
    nestedType: nested.map(messageProto),
  })
}
