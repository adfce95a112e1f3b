import { readSwitch } from '../modules/emergencybutton/ibc-switch'
import type { LcdHandler } from './lcd-request'

export const emergencyButtonParams: LcdHandler = (_, { store }) => {
  const { status, pauser } = readSwitch(store)
  return { params: { switch_status: status, pauser_address: pauser } }
}
