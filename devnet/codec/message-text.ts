import type { DescField, DescMessage, Message } from '@bufbuild/protobuf'
import { base64 } from '@scure/base'

/** A message in the compact text form that the chain's own program puts into its errors: `from_address:"secret1..." amount:<denom:"uscrt" amount:"5" > `. */
export function messageText(schema: DescMessage, message: Message): string {
  const values = message as unknown as Readonly<Record<string, unknown>>
  return schema.fields.map((field) => memberText(field, readMember(field, values))).join('')
}

function readMember(field: DescField, values: Readonly<Record<string, unknown>>): unknown {
  if (field.oneof === undefined) return values[field.localName]
  const chosen = values[field.oneof.localName] as { readonly case?: string; readonly value?: unknown }
  return chosen.case === field.localName ? chosen.value : undefined
}

function memberText(field: DescField, value: unknown): string {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.map((item) => itemText(field, item)).join('')
}

function itemText(field: DescField, value: unknown): string {
  if (value === undefined || value === '' || value === 0 || value === 0n || value === false) return ''
  if (field.message !== undefined) return `${field.name}:<${messageText(field.message, value as Message)}> `
  if (field.enum !== undefined)
    return `${field.name}:${field.enum.value[Number(value)]?.name ?? String(value)} `
  if (value instanceof Uint8Array) return value.length === 0 ? '' : `${field.name}:"${base64.encode(value)}" `
  return `${field.name}:${typeof value === 'string' ? JSON.stringify(value) : String(value)} `
}
