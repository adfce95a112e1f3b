import { type Address, isAddress, type JsonValue } from '../../src/domain/index'
import { fromBase64 } from '../codec/base64'
import type { NodeView } from '../faults/node-view'
import type { Block } from '../node/block-log'
import type { Chain } from '../node/chain'
import type { Store } from '../store/store'
import { invalidArgument } from './grpc-error'

/** A request as the handlers see it: nothing in it is trusted. */
export interface LcdRequest {
  /** The node that was asked, which may be behind the chain or wrong about it. */
  readonly node: NodeView
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: JsonValue
  /** The state that was asked about: the last one, or that of an earlier block. */
  readonly store: Store
  readonly block: Block
}

/** Answers one path; throws GrpcError or AbciError. */
export type LcdHandler = (chain: Chain, request: LcdRequest) => JsonValue

/** A part of the path, which the route's own pattern promises. */
export function pathPart({ params }: LcdRequest, name: string): string {
  const value = params[name]
  if (value === undefined) throw new Error(`the route has no :${name}`)
  return value
}

/** An address in the path; `what` is how the module begins its refusal. */
export function addressPart(request: LcdRequest, what = '', name = 'address'): Address {
  return readAddress(pathPart(request, name), what)
}

/** An address in the query string; undefined when it is not given. */
export function addressParameter({ query }: LcdRequest, name: string): Address | undefined {
  const text = query.get(name) ?? ''
  return text === '' ? undefined : readAddress(text, '')
}

function readAddress(text: string, what: string): Address {
  if (!isAddress(text)) throw invalidArgument(`${what}decoding bech32 failed: ${text} is not an address`)
  return text
}

/** A positive whole number in the path. */
export function numberPart(request: LcdRequest, name: string): number {
  const text = pathPart(request, name)
  if (!/^\d{1,15}$/.test(text)) {
    throw invalidArgument(
      `type mismatch, parameter: ${name}, error: strconv.ParseUint: parsing "${text}": invalid syntax`,
    )
  }
  return Number(text)
}

/** Bytes as proto-JSON takes them: base64 of either alphabet, with or without padding. */
export function readBytes(text: string, what: string): Uint8Array {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replaceAll(' ', '+').replace(/=+$/, '')
  const padded = standard.padEnd(Math.ceil(standard.length / 4) * 4, '=')
  const bytes = fromBase64(padded)
  if (bytes === undefined) throw invalidArgument(`${what}: illegal base64 data`)
  return bytes
}

/** A text in the body under its snake_case or camelCase name. */
export function bodyText(request: LcdRequest, ...names: readonly string[]): string | undefined {
  const value = bodyMember(request, ...names)
  return typeof value === 'string' ? value : undefined
}

/** A member of the body under one of its names. */
export function bodyMember({ body }: LcdRequest, ...names: readonly string[]): JsonValue | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalidArgument('proto: syntax error')
  return Object.entries(body).find(([name]) => names.includes(name))?.[1]
}
