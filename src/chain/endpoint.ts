import { ChainError } from './chain-error'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Takes a node's LCD address as a person typed it: https, or http on this machine; no user name, query or fragment. Throws `chain/endpoint`. */
export function parseEndpoint(text: string): string {
  const trimmed = text.trim()
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
  const bare = url?.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (url === undefined || !safe || !bare) {
    throw new ChainError(
      'chain/endpoint',
      "A node's address starts with https://, or with http://localhost for a node on this computer.",
    )
  }
  return url.href.replace(/\/+$/, '')
}
