import type { JsonObject, JsonValue } from '../../src/domain/index'
import type { MessageFields } from './message-fields'

const TEXTS_BEFORE_TRAITS = ['image', 'image_data', 'external_url', 'description', 'name'] as const
const TEXTS_AFTER_TRAITS = ['background_color', 'animation_url', 'youtube_url'] as const

/** What a token says of itself: a link or an extension; a contract answers every field it knows, absent ones as null. */
export type Metadata = { readonly token_uri: string | null; readonly extension: JsonObject | null }

/** What a token without metadata answers where the answer cannot be null. */
export const NO_METADATA: Metadata = { token_uri: null, extension: null }

/** Reads metadata (Protocol 6.8); fields the contract does not know are lost. */
export function readMetadata(fields: MessageFields, name: string): Metadata | undefined {
  const metadata = fields.optionalFields(name)
  if (metadata === undefined) return undefined
  const extension = metadata.optionalFields('extension')
  return {
    token_uri: metadata.optionalString('token_uri') ?? null,
    extension: extension === undefined ? null : readExtension(extension),
  }
}

function readExtension(fields: MessageFields): JsonObject {
  return {
    ...texts(fields, TEXTS_BEFORE_TRAITS),
    attributes: optionalList(fields, 'attributes', readTrait),
    ...texts(fields, TEXTS_AFTER_TRAITS),
    media: optionalList(fields, 'media', readMediaFile),
    protected_attributes: fields.optionalStrings('protected_attributes') ?? null,
    token_subtype: fields.optionalString('token_subtype') ?? null,
  }
}

function readTrait(fields: MessageFields): JsonObject {
  return {
    ...texts(fields, ['display_type', 'trait_type']),
    value: fields.string('value'),
    max_value: fields.optionalString('max_value') ?? null,
  }
}

function readMediaFile(fields: MessageFields): JsonObject {
  const authentication = fields.optionalFields('authentication')
  return {
    ...texts(fields, ['file_type', 'extension']),
    authentication: authentication === undefined ? null : texts(authentication, ['key', 'user']),
    url: fields.string('url'),
  }
}

function texts(fields: MessageFields, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, fields.optionalString(name) ?? null]))
}

function optionalList(
  fields: MessageFields,
  name: string,
  read: (item: MessageFields) => JsonObject,
): JsonValue {
  return fields.has(name) ? fields.items(name).map(read) : null
}
