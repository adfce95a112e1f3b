import { beforeEach, describe, expect, it } from 'vitest'
import { type AnyMessage, anyMessage } from '../../codec/any-message'
import { MsgToggleIbcSwitchSchema, MsgUpdateParamsSchema } from '../../codec/gen/emergencybutton_pb'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { GOV } from '../module-address'
import { readSwitch, refuseWhileOff } from './ibc-switch'

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

/** Runs a message as a passed proposal would. */
function decide(message: AnyMessage): void {
  chain.router.run({ ...chain.queryContext(), store: chain.store }, message)
}

function update(switchStatus: string, pauserAddress: string, authority: string = GOV): AnyMessage {
  return anyMessage(MsgUpdateParamsSchema, { authority, params: { switchStatus, pauserAddress } })
}

describe('the emergency button', () => {
  it('is pressed by account a at first, and by whom governance names afterwards', () => {
    const press = () => wallet.run([anyMessage(MsgToggleIbcSwitchSchema, { sender: wallet.address })])
    expect(readSwitch(chain.store)).toEqual({ status: 'on', pauser: wallet.address })
    expect(press().code).toBe(0)
    expect(() => refuseWhileOff(chain.store)).toThrow(
      'Ibc packets are currently paused in the network: ibc processing failed',
    )
    decide(update('on', GOV))
    expect(() => refuseWhileOff(chain.store)).not.toThrow()
    expect(press()).toMatchObject({ codespace: 'emergencybutton', code: 2 })
    decide(update('on', ''))
    expect(press()).toMatchObject({
      codespace: 'emergencybutton',
      code: 3,
      log: expect.stringContaining('no address is currently approved to toggle emergency button'),
    })
  })

  it('takes no parameters that mean nothing, and none from others', () => {
    expect(() => decide(update('maybe', ''))).toThrow('invalid value for switch status: maybe')
    expect(() => decide(update('on', 'me'))).toThrow('decoding bech32 failed')
    expect(() => decide(update('on', '', wallet.address))).toThrow('invalid authority')
  })
})
