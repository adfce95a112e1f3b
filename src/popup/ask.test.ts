import { describe, expect, it } from 'vitest'
import { createAsk } from './ask'

const askOf = (answer: () => Promise<unknown>, seen: unknown[] = []): ReturnType<typeof createAsk> =>
  createAsk({
    send: (message) => {
      seen.push(message)
      return answer()
    },
  })

describe('createAsk', () => {
  it('sends one envelope and hands back the reply', async () => {
    const seen: unknown[] = []
    const reply = { kind: 'result', value: { found: [] } }
    const params = { secretId: 'a' }
    expect(await askOf(async () => reply, seen)('findAccounts', params)).toEqual(reply)
    expect(seen).toEqual([{ kind: 'popup-request', method: 'findAccounts', params }])
  })

  it('hands on an error in the words of the background', async () => {
    const reply = { kind: 'error', error: { code: 'vault/wrong-password', message: 'Wrong password.' } }
    expect(await askOf(async () => reply)('unlock', { password: 'x' })).toEqual(reply)
  })

  it('turns silence, nonsense and a dead worker into an error value', async () => {
    const answers = [
      async () => undefined,
      async () => 'ok',
      async () => ({ kind: 'error' }),
      async () => ({ kind: 'error', error: { code: 1, message: 'x' } }),
      () => Promise.reject(new Error('Receiving end does not exist')),
    ]
    for (const answer of answers) {
      expect(await askOf(answer)('lock', {})).toMatchObject({
        kind: 'error',
        error: { code: 'popup/no-answer' },
      })
    }
  })
})
