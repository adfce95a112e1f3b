import { describe, expect, it } from 'vitest'
import { anyMessage } from '../codec/any-message'
import { MsgSendSchema } from '../codec/gen/bank_pb'
import { startTestChain } from '../wallet.fake'
import { Router } from './router'

describe('the router', () => {
  it('knows no module for a message that none takes', () => {
    const { router } = startTestChain()
    const message = anyMessage(MsgSendSchema, {})
    expect(router.refusalToSimulate(message)).toBeUndefined()
    expect(() => new Router([]).refusalToSimulate(message)).toThrow(
      'no message handler found for *types.MsgSend: unknown request',
    )
  })
})
