import type { Standing } from '../../messages/page'
import type { SiteChoiceView } from '../../messages/popup'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'

/** What the person said of Sotto on single sites. Sealed, so it is not known while the wallet is locked. */
export interface SiteChoices {
  of(origin: string): Promise<Standing>
  set(origin: string, choice: Standing): Promise<void>
  /** Every site of which something was said. */
  views(): Promise<readonly SiteChoiceView[]>
}

interface SiteChoicesParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly changed: () => void
}

export function createSiteChoices({ store, sealer, changed }: SiteChoicesParts): SiteChoices {
  async function read(): Promise<readonly SiteChoiceView[]> {
    return await readSealed(store, sealer, KEYS.siteChoices)
  }

  return {
    async of(origin) {
      return (await read()).find((site) => site.origin === origin)?.choice ?? 'ask'
    },
    async set(origin, choice) {
      await updateSealed(store, sealer, KEYS.siteChoices, (sites) => {
        const others = sites.filter((site) => site.origin !== origin)
        return choice === 'ask' ? others : [...others, { origin, choice }]
      })
      changed()
    },
    views: read,
  }
}
