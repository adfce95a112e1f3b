/** A name that a site proposes for the account: asked of the person, once the site may see the account at all. */
import type { PageParams } from '../messages/page-schema'
import { BASIC_CAPABILITIES } from '../messages/site-facts'
import { shortName } from './accounts/account-book'
import { connectSubject } from './connect-subject'
import type { KnownChains } from './networks/known-chains'
import type { Networks } from './networks/networks'
import { NEEDED_CAPABILITY } from './origins/needed-capability'
import type { Origins, Party } from './origins/origins'
import type { Handled } from './page-handler'

interface RenameParts {
  readonly chains: Pick<KnownChains, 'list'>
  readonly networks: Pick<Networks, 'active'>
  readonly origins: Pick<Origins, 'missing'>
}

/** An account has one name on all networks, so one that the site is connected on will do (docs/decisions/0018). */
export async function rename(
  { chains, networks, origins }: RenameParts,
  { name, editable }: PageParams['renameAccount'],
  party: Party,
): Promise<Handled> {
  const active = await networks.active()
  for (const { chainId } of [active, ...(await chains.list())]) {
    if ((await origins.missing(party, [chainId], NEEDED)) === undefined) {
      return { kind: 'rename', chainId, name: shortName(name), editable }
    }
  }
  const { chainId } = active
  return connectSubject({ chainIds: [chainId], capabilities: BASIC_CAPABILITIES })
}

const NEEDED = NEEDED_CAPABILITY.renameAccount
