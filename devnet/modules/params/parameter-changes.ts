import type { ParamChange } from '../../codec/gen/params_pb'
import { AbciError } from '../../node/abci-error'
import type { Store } from '../../store/store'

/**
 * The parameters that modules kept here before they had stores and messages of their own.
 * Proposals still change them, which no module reads any more.
 */
const SUBSPACES: Readonly<Record<string, readonly string[]>> = {
  auth: [
    'MaxMemoCharacters',
    'SigVerifyCostED25519',
    'SigVerifyCostSecp256k1',
    'TxSigLimit',
    'TxSizeCostPerByte',
  ],
  bank: ['DefaultSendEnabled', 'SendEnabled'],
  compute: [],
  crisis: ['ConstantFee'],
  distribution: [
    'baseproposerreward',
    'bonusproposerreward',
    'communitytax',
    'minimumrestakethreshold',
    'restakeperiod',
    'secretfoundationaddress',
    'secretfoundationtax',
    'withdrawaddrenabled',
  ],
  emergencybutton: ['pauseraddress', 'switchstatus'],
  gov: ['depositparams', 'tallyparams', 'votingparams'],
  ibc: ['AllowedClients', 'MaxExpectedTimePerBlock'],
  icacontroller: ['ControllerEnabled'],
  icahost: ['AllowMessages', 'HostEnabled'],
  mint: ['BlocksPerYear', 'GoalBonded', 'InflationMax', 'InflationMin', 'InflationRateChange', 'MintDenom'],
  packetfowardmiddleware: ['FeePercentage'],
  register: [],
  slashing: [
    'DowntimeJailDuration',
    'MinSignedPerWindow',
    'SignedBlocksWindow',
    'SlashFractionDoubleSign',
    'SlashFractionDowntime',
  ],
  staking: [
    'BondDenom',
    'HistoricalEntries',
    'MaxEntries',
    'MaxValidators',
    'MinCommissionRate',
    'UnbondingTime',
  ],
  transfer: ['ReceiveEnabled', 'SendEnabled'],
}

const VALUES = 'params/values'
const PANIC_CODE = 111_222

/** The value of a parameter, empty when nobody set it; undefined when there is no such subspace. */
export function findParameter(store: Store, subspace: string, key: string): string | undefined {
  if (SUBSPACES[subspace] === undefined) return undefined
  return store.area(VALUES).get(`${subspace}/${key}`) ?? ''
}

/** All subspaces with the keys that hold a value. */
export function listSubspaces(store: Store): { readonly subspace: string; readonly keys: string[] }[] {
  return Object.keys(SUBSPACES).map((subspace) => {
    const prefix = `${subspace}/`
    const keys = store.area(VALUES).keys(prefix)
    return { subspace, keys: keys.map((key) => key.slice(prefix.length)) }
  })
}

/** Throws AbciError unless every change says what, and there is one. */
export function checkChanges(changes: readonly ParamChange[]): void {
  if (changes.length === 0) throw paramsError(4, 'submitted parameter changes are empty')
  for (const { subspace, key, value } of changes) {
    if (subspace === '') throw paramsError(5, 'parameter subspace is empty')
    if (key === '') throw paramsError(6, 'parameter key is empty')
    if (value === '') throw paramsError(7, 'parameter value is empty')
  }
}

/** What a ParameterChangeProposal does; throws AbciError. */
export function changeParameters(store: Store, changes: readonly ParamChange[]): void {
  for (const { subspace, key, value } of changes) {
    const keys = SUBSPACES[subspace]
    if (keys === undefined) throw unknownSubspace(subspace)
    if (!keys.includes(key)) {
      throw new AbciError('undefined', PANIC_CODE, `recovered: parameter ${key} not registered: panic`)
    }
    if (!isJson(value)) {
      const reason = 'err: invalid character looking for beginning of value'
      throw paramsError(3, `key: ${key}, value: ${value}, ${reason}: failed to set parameter`)
    }
    store.area(VALUES).set(`${subspace}/${key}`, value)
  }
}

export function unknownSubspace(subspace: string): AbciError {
  return paramsError(2, `${subspace}: unknown subspace`)
}

function paramsError(code: number, log: string): AbciError {
  return new AbciError('params', code, log)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    // The chain tells only that the value is none.
    return false
  }
}
