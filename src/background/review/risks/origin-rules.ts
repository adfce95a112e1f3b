import { safeText } from '../safe-text'
import type { RequestContext, RiskRule } from './risk-rule'

type Rule = RiskRule<RequestContext>

const LATELY_MS = 7 * 24 * 60 * 60_000

const punycode: Rule = {
  name: 'origin-punycode',
  level: 'caution',
  check: ({ origin }) =>
    hostOf(origin)
      .split('.')
      .some((label) => label.startsWith('xn--'))
      ? `The name of this site has letters that can look like others. It is really ${safeText(hostOf(origin), 300)}.`
      : undefined,
}

const http: Rule = {
  name: 'origin-http',
  level: 'note',
  check: ({ origin }) =>
    origin.startsWith('http:') ? 'This page comes from this computer or over an open connection.' : undefined,
}

/** Keys change with upgrades of the network, which are rare; a node that lies would look the same. */
const networkKey: Rule = {
  name: 'network-key-changed',
  level: 'caution',
  check({ networkKeyChangedAt: at, now, messages }) {
    const lately = at !== undefined && Math.abs(now - at) < LATELY_MS
    return lately && messages.some(({ opened }) => opened)
      ? 'The network’s encryption key changed within the last seven days. If you know of no upgrade, wait before you send something private.'
      : undefined
  },
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : ''
}

export const ORIGIN_RULES: readonly Rule[] = [punycode, http]
export const NETWORK_RULES: readonly Rule[] = [networkKey]
