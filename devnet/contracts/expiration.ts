import type { MessageFields } from './message-fields'

/** When an approval ends: never, at a height, or at a time in Unix seconds (Protocol 6.8). */
export type Expiration = 'never' | { readonly at_height: number } | { readonly at_time: number }

/** The height and the time in seconds that an expiration is compared with. */
export interface Moment {
  readonly height: number
  readonly time: number
}

export function readExpiration(fields: MessageFields, name: string): Expiration | undefined {
  const variant = fields.optionalVariant(name, ['never', 'at_height', 'at_time'])
  if (variant === undefined) return undefined
  if (variant === 'never') return 'never'
  const at = fields.fields(name)
  return variant === 'at_height' ? { at_height: at.integer(variant) } : { at_time: at.integer(variant) }
}

/** From the named height or second on, it has expired. */
export function isExpired(expiration: Expiration, now: Moment): boolean {
  if (expiration === 'never') return false
  return 'at_height' in expiration ? now.height >= expiration.at_height : now.time >= expiration.at_time
}

/** As the contracts print it in their refusals. */
export function printExpiration(expiration: Expiration): string {
  if (expiration === 'never') return 'expiration: never'
  return 'at_height' in expiration
    ? `expiration height: ${expiration.at_height}`
    : `expiration time: ${expiration.at_time}`
}
