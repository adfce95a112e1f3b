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
