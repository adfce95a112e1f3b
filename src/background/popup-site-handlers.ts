/** What the popup does about sites: takes grants back, and says what a question is answered with before it is. */
import { parseChainId } from '../domain/index'
import type { Approvals } from './approvals/approvals'
import type { Origins } from './origins/origins'
import { grantKey } from './origins/site-changes'
import type { SiteChoices } from './origins/site-choices'
import type { HandlersOf } from './popup-handler'

export interface SiteHandlerParts {
  readonly origins: Pick<Origins, 'revoke' | 'revokeGrant' | 'forgetPast'>
  readonly approvals: Pick<Approvals, 'chooseViewingKeys' | 'allowAlways' | 'chooseName'>
  readonly choices: Pick<SiteChoices, 'set'>
}

type SiteMethod =
  | 'removeSite'
  | 'revokeGrant'
  | 'forgetPastSites'
  | 'setSiteProvider'
  | 'chooseViewingKeys'
  | 'allowAlways'
  | 'chooseName'

export function siteHandlers({ origins, approvals, choices }: SiteHandlerParts): HandlersOf<SiteMethod> {
  return {
    async removeSite({ origin }) {
      await origins.revoke(origin)
      return null
    },
    async revokeGrant({ origin, account, chainId, capability, contract }) {
      await origins.revokeGrant({ origin, account }, grantKey(parseChainId(chainId), capability, contract))
      return null
    },
    async forgetPastSites() {
      await origins.forgetPast()
      return null
    },
    async setSiteProvider({ origin, choice }) {
      await choices.set(origin, choice)
      return null
    },
    async chooseViewingKeys({ id, contracts }) {
      await approvals.chooseViewingKeys(id, contracts)
      return null
    },
    async allowAlways({ id, always }) {
      await approvals.allowAlways(id, always)
      return null
    },
    async chooseName({ id, name }) {
      await approvals.chooseName(id, name)
      return null
    },
  }
}
