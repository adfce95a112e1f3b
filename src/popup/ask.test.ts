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
    const ask = askOf(async () => ({ kind: 'result', value: { words: 12 } }), seen)
    expect(await ask('checkPhrase', { phrase: 'a b' })).toEqual({ kind: 'result', value: { words: 12 } })
    expect(seen).toEqual([{ kind: 'popup-request', method: 'checkPhrase', params: { phrase: 'a b' } }])
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
