import { SottoError } from './errors'

declare const originBrand: unique symbol
/** The origin of a page that may talk to the wallet: https, or http on this very machine. */
export type Origin = string & { readonly [originBrand]: true }

const LOOPBACK = new Set(['localhost', '127.0.0.1'])

/**
 * Takes an origin as the browser reports it for a message's sender.
 * It must re-serialise to itself, so look-alike spellings, paths, user info, `null` and `file://` all throw `origin/refused`.
 */
export function parseOrigin(text: string): Origin {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const secure = url?.protocol === 'https:'
  const local = url?.protocol === 'http:' && LOOPBACK.has(url.hostname)
  if (url === undefined || url.origin !== text || !(secure || local) || url.hostname.endsWith('.')) {
    throw new SottoError(
      'origin/refused',
      'This page cannot use the wallet: it needs a secure (https) address.',
    )
  }
  return text as Origin
}
