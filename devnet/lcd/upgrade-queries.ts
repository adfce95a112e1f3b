import { GOV } from '../modules/module-address'
import { appliedHeight, currentPlan } from '../modules/upgrade/upgrade'
import { notFound } from './grpc-error'
import { type LcdHandler, pathPart } from './lcd-request'

/** The consensus versions of the SDK's modules on the chain. */
const MODULE_VERSIONS: Readonly<Record<string, string>> = {
  auth: '5',
  authz: '2',
  bank: '4',
  capability: '1',
  circuit: '1',
  consensus: '1',
  crisis: '2',
  distribution: '3',
  evidence: '1',
  feegrant: '2',
  genutil: '1',
  gov: '5',
  mint: '2',
  params: '1',
  slashing: '4',
  staking: '5',
  upgrade: '2',
  vesting: '1',
}

export const upgradePlan: LcdHandler = (_, { store }) => {
  const plan = currentPlan(store)
  if (plan === undefined) return { plan: null }
  const { name, height, info } = plan
  const time = '0001-01-01T00:00:00Z'
  return { plan: { name, time, height: String(height), info, upgraded_client_state: null } }
}

export const appliedPlan: LcdHandler = (_, request) => ({
  height: String(appliedHeight(request.store, pathPart(request, 'name'))),
})

export const moduleVersions: LcdHandler = (_, { query }) => {
  const asked = query.get('module_name') ?? ''
  const known = Object.entries(MODULE_VERSIONS).map(([name, version]) => ({ name, version }))
  if (asked === '') return { module_versions: known }
  const found = known.filter(({ name }) => name === asked)
  if (found.length === 0) throw notFound(`x/upgrade: QueryModuleVersions module ${asked} not found`)
  return { module_versions: found }
}

export const upgradeAuthority: LcdHandler = () => ({ address: GOV })

/** No other chain follows this one through an upgrade, so none is kept. */
export const upgradedConsensusState: LcdHandler = () => ({ upgraded_consensus_state: null })
