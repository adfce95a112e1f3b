import { isAddress } from '../../../src/domain/index'
import { MsgToggleIbcSwitchSchema, MsgUpdateParamsSchema } from '../../codec/gen/emergencybutton_pb'
import { AbciError } from '../../node/abci-error'
import { type ChainModule, handler } from '../../node/chain-module'
import { checkAuthority } from '../authority'
import { setSwitch, toggleSwitch } from './ibc-switch'

/** The switch that stops transfers to other chains in an emergency (Protocol 3.1, 4.1). */
export const emergencyButtonModule: ChainModule = {
  name: 'emergencybutton',
  messages: [
    handler(MsgToggleIbcSwitchSchema, ({ store }, { sender }) => {
      toggleSwitch(store, sender)
      return undefined
    }),
    handler(MsgUpdateParamsSchema, ({ store }, { authority, params }) => {
      checkAuthority(authority)
      const { switchStatus: status = '', pauserAddress: pauser = '' } = params ?? {}
      if (status !== 'on' && status !== 'off') {
        throw new AbciError('undefined', 1, `invalid value for switch status: ${status}`)
      }
      if (pauser !== '' && !isAddress(pauser)) {
        throw new AbciError('undefined', 1, `decoding bech32 failed: ${pauser} is not an address`)
      }
      setSwitch(store, { status, pauser })
      return undefined
    }),
  ],
}
