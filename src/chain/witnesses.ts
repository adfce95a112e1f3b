/** Which nodes are somebody else's than which: two addresses of one operator are one witness. */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The site an endpoint stands under: its last two labels, so that two names that differ in it are never registered to
 * one owner. Names under a longer public suffix count as one site, which errs towards too few witnesses.
 */
export function siteOfEndpoint(endpoint: string): string {
  const { hostname } = new URL(endpoint)
  if (LOOPBACK.has(hostname)) return 'this computer'
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  const labels = hostname.replace(/\.$/, '').split('.')
  return isAddress ? hostname : labels.slice(-2).join('.')
}

/** How many independent sites stand behind these endpoints. */
export function countSites(endpoints: readonly string[]): number {
  return new Set(endpoints.map(siteOfEndpoint)).size
}

/** The same endpoints, each site's first one before any site's second one. */
export function sitesFirst(endpoints: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const firsts = endpoints.filter((endpoint) => {
    const site = siteOfEndpoint(endpoint)
    const isNew = !seen.has(site)
    seen.add(site)
    return isNew
  })
  return [...firsts, ...endpoints.filter((endpoint) => !firsts.includes(endpoint))]
}

/**
 * Asks the first so many nodes at once, and then the others one by one while fewer than two sites have answered.
 * `isAnswer` tells a node's word from its silence.
 */
export async function askWitnesses<T>(
  endpoints: readonly string[],
  { atOnce, ask, isAnswer }: WitnessQuestion<T>,
): Promise<readonly T[]> {
  const order = sitesFirst(endpoints)
  const first = order.slice(0, atOnce)
  const replies = await Promise.all(first.map(ask))
  const answered = first.filter((_, index) => {
    const reply = replies[index]
    return reply !== undefined && isAnswer(reply)
  })
  for (const endpoint of order.slice(atOnce)) {
    if (countSites(answered) >= 2) break
    const reply = await ask(endpoint)
    replies.push(reply)
    if (isAnswer(reply)) answered.push(endpoint)
  }
  return replies
}

interface WitnessQuestion<T> {
  readonly atOnce: number
  readonly ask: (endpoint: string) => Promise<T>
  readonly isAnswer: (reply: T) => boolean
}
