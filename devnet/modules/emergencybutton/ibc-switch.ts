import { DEV_ACCOUNTS } from '../../accounts'
import { AbciError } from '../../node/abci-error'
import type { Store } from '../../store/store'

/** The module's parameters; without a pauser nobody may press the button. */
export interface SwitchParams {
  readonly status: 'on' | 'off'
  readonly pauser: string
}

const PARAMS = 'emergencybutton/params'
const CODESPACE = 'emergencybutton'

/** At first IBC is on, and account a of devnet may turn it off. */
const FIRST: SwitchParams = { status: 'on', pauser: DEV_ACCOUNTS[0]?.address ?? '' }

export function readSwitch(store: Store): SwitchParams {
  const text = store.area(PARAMS).get('all')
  return text === undefined ? FIRST : JSON.parse(text)
}

export function setSwitch(store: Store, params: SwitchParams): void {
  store.area(PARAMS).set('all', JSON.stringify(params))
}

/** Turns IBC off, or on again; throws unless the sender is the pauser. */
export function toggleSwitch(store: Store, sender: string): void {
  const { status, pauser } = readSwitch(store)
  if (pauser === '') {
    throw new AbciError(
      CODESPACE,
      3,
      'no address is currently approved to toggle emergency button: emergency button toggle failed',
    )
  }
  if (pauser !== sender) {
    throw new AbciError(
      CODESPACE,
      2,
      'this address is not allowed to toggle emergency button: emergency button toggle failed',
    )
  }
  setSwitch(store, { pauser, status: status === 'off' ? 'on' : 'off' })
}

/** Throws while IBC is off. */
export function refuseWhileOff(store: Store): void {
  if (readSwitch(store).status === 'on') return
  throw new AbciError(CODESPACE, 1, 'Ibc packets are currently paused in the network: ibc processing failed')
}
