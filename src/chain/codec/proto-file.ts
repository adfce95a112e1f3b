/**
 * What a .proto file says, as the generated code writes it down. The library's own way carries the description of all
 * descriptions with it, which weighs more than our codec.
 */
import { createFileRegistry } from '@bufbuild/protobuf'
import type { GenFile } from '@bufbuild/protobuf/codegenv2'
import { protoCamelCase } from '@bufbuild/protobuf/reflect'
import type { DescriptorProto, FieldDescriptorProto, FileDescriptorProto } from '@bufbuild/protobuf/wkt'

/** `type` and `label` are numbers of FieldDescriptorProto; a field is not repeated (label 1) unless it says so. */
export type ProtoField = readonly [
  name: string,
  number: number,
  type: number,
  label?: number,
  typeName?: string,
  oneofIndex?: number,
]

export interface ProtoMessage {
  readonly name: string
  readonly fields: readonly ProtoField[]
  readonly oneofs?: readonly string[]
  readonly nested?: readonly ProtoMessage[]
}

export interface ProtoFile {
  readonly name: string
  readonly package: string
  readonly messages: readonly ProtoMessage[]
}

const NOT_REPEATED = 1

/** Describes a proto3 file of messages. Throws when it names a type that neither it nor an import has. */
export function protoFile(file: ProtoFile, imports: readonly GenFile[] = []): GenFile {
  const proto = {
    $typeName: 'google.protobuf.FileDescriptorProto',
    syntax: 'proto3',
    name: file.name,
    package: file.package,
    dependency: imports.map((imported) => imported.proto.name),
    publicDependency: [],
    weakDependency: [],
    optionDependency: [],
    messageType: file.messages.map(messageProto),
    enumType: [],
    service: [],
    extension: [],
  } satisfies Partial<FileDescriptorProto>
  // What is left out is what the library leaves out when it reads a description: defaults, known by their absence.
  const registry = createFileRegistry(proto as unknown as FileDescriptorProto, (name) =>
    imports.find((imported) => imported.proto.name === name),
  )
  const found = registry.getFile(file.name)
  if (found === undefined) throw new Error(`No description of ${file.name}.`)
  return found
}

function messageProto({ name, fields, oneofs = [], nested = [] }: ProtoMessage): DescriptorProto {
  const proto = {
    $typeName: 'google.protobuf.DescriptorProto',
    name,
    field: fields.map(fieldProto),
    nestedType: nested.map(messageProto),
    oneofDecl: oneofs.map((oneof) => ({ $typeName: 'google.protobuf.OneofDescriptorProto', name: oneof })),
    enumType: [],
    extension: [],
    extensionRange: [],
    reservedRange: [],
    reservedName: [],
  } satisfies Partial<DescriptorProto>
  return proto as unknown as DescriptorProto
}

function fieldProto([name, number, type, label, typeName, oneofIndex]: ProtoField): FieldDescriptorProto {
  const proto = {
    $typeName: 'google.protobuf.FieldDescriptorProto',
    name,
    jsonName: protoCamelCase(name),
    number,
    type,
    label: label ?? NOT_REPEATED,
    ...(typeName === undefined ? {} : { typeName }),
    ...(oneofIndex === undefined ? {} : { oneofIndex }),
  } satisfies Partial<FieldDescriptorProto>
  return proto as unknown as FieldDescriptorProto
}
