/** The other door beside other wallets, and where the person does not want Sotto. */
import { describe, expect, it } from 'vitest'
import { channel } from './keplr-channel.fake'
import { failure, openPage } from './page.fake'

const CHAIN = 'secret-4'

describe('one request has one answer', () => {
  it('later listeners do not hear what is answered here', async () => {
    const { page } = openPage()
    const heard: unknown[] = []
    page.addEventListener('message', (event) => heard.push(Reflect.get(event, 'data').type))
    await channel(page).ask({ method: 'ping' })
    expect(heard).toEqual(['proxy-request-response'])
  })

  it('falls silent as soon as somebody else answers too', async () => {
    const { page } = openPage()
    const { ask, responses } = channel(page)
    await ask({ method: 'ping', id: 'b1' })
    page.arrive({ type: 'proxy-request-response', id: 'b1', result: {} })
    await ask({ method: 'enable', id: 'b2', args: [CHAIN] })
    expect(responses.map(({ id }) => id)).toEqual(['b1', 'b1'])
    expect(page.calls).toEqual([])
  })

  it('P12: where another wallet is first, all requests are its own', async () => {
    const { page } = openPage((before) => Object.assign(before, { keplr: {} }))
    const { ask, responses } = channel(page)
    await ask({ method: 'ping' })
    await ask({ method: 'enable', args: [CHAIN] })
    expect(responses).toEqual([])
    expect(page.calls.map(({ method }) => method)).toEqual(['getStanding'])
  })

  it('unless the person always wants Sotto on that site: then from the second request on', async () => {
    const { page } = openPage((before) => Object.assign(before, { keplr: {} }))
    page.answer = ({ method }) => ({ kind: 'result', value: method === 'getStanding' ? 'always' : null })
    const { ask, responses } = channel(page)
    await ask({ method: 'ping' })
    expect(responses).toEqual([])
    expect(await ask({ method: 'enable', args: [CHAIN] })).toMatchObject({ id: 'a1', result: {} })
  })

  it('falls silent once the person does not want Sotto on that site', async () => {
    const { page, keplr } = openPage()
    page.answer = () => failure('not-here', 'Sotto is turned off for this site.')
    const { ask, responses } = channel(page)
    await ask({ method: 'enable', args: [CHAIN] })
    await ask({ method: 'enable', args: [CHAIN] })
    expect(responses.map(({ result }) => result)).toEqual([{ error: 'Sotto is turned off for this site.' }])
    await expect(keplr.enable(CHAIN)).rejects.toThrow('Sotto is turned off for this site.')
  })
})
