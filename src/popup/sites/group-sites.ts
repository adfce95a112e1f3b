import type { SiteView } from '../../messages/popup'

/** A site with each account it knows. */
export interface SiteGroup {
  readonly origin: string
  readonly connections: readonly SiteView[]
}

/** The connections by site, in the order in which the sites come. */
export function groupSites(sites: readonly SiteView[]): readonly SiteGroup[] {
  const groups = new Map<string, SiteView[]>()
  for (const site of sites) {
    const group = groups.get(site.origin)
    if (group === undefined) groups.set(site.origin, [site])
    else group.push(site)
  }
  return [...groups].map(([origin, connections]) => ({ origin, connections }))
}

/** When the site last used or got anything of that account; 0 when never. */
export function lastTimeOf({ grants, had }: SiteView): number {
  return Math.max(0, ...grants.map(({ lastUsedAt = 0 }) => lastUsedAt), ...had.map(({ lastAt }) => lastAt))
}
