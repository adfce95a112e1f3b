import { describe, expect, it } from 'vitest'
import { REQUEST_CHANNEL } from '../../messages/page'
import { fakeBrowser, settled } from './browser.fake'
import { startRelay } from './relay'

const request = (id: string) => ({ channel: REQUEST_CHANNEL, id, method: 'connect', params: '{}' })
const shift = (name: 'pageshow' | 'pagehide', persisted: boolean) =>
  Object.assign(new Event(name), { persisted })
const pageshow = (persisted: boolean) => shift('pageshow', persisted)

describe('leaving a document', () => {
  it('P18, P19: tells the background that nobody waits any more', async () => {
    const browser = fakeBrowser()
    startRelay(browser.host)
    browser.window.arrive(request('request-1'))
    await settled()
    browser.window.dispatchEvent(new Event('pagehide'))
    expect(browser.sent.at(-1)).toEqual({ kind: 'page-gone' })
    expect(browser.fromBackground({ kind: 'page-waiting', id: 'request-1' })).toEqual({ waiting: false })
  })

  it('does not wake the worker for a page that never asked', () => {
    const browser = fakeBrowser()
    startRelay(browser.host)
    browser.window.dispatchEvent(new Event('pagehide'))
    expect(browser.sent).toEqual([])
  })

  it('P22: after the back-forward cache, old requests fail and new ones work', async () => {
    const browser = fakeBrowser()
    startRelay(browser.host)
    browser.window.arrive(request('request-1'))
    await settled()
    browser.window.dispatchEvent(new Event('pagehide'))
    browser.window.dispatchEvent(pageshow(false))
    await settled()
    expect(browser.posted).toEqual([])
    browser.window.dispatchEvent(pageshow(true))
    await settled()
    expect(browser.posted).toMatchObject([{ id: 'request-1', outcome: { error: { code: 'rejected' } } }])
    browser.window.arrive(request('request-2'))
    await settled()
    expect(browser.fromBackground({ kind: 'page-waiting', id: 'request-2' })).toEqual({ waiting: true })
  })

  it('P22: says which time away it comes back from, and only where the background knew it', async () => {
    const browser = fakeBrowser()
    startRelay(browser.host)
    browser.window.arrive(request('request-1'))
    await settled()
    browser.sent.length = 0
    for (const name of ['visit-0', 'visit-1']) {
      browser.window.dispatchEvent(shift('pagehide', true))
      browser.window.dispatchEvent(pageshow(true))
      expect(browser.sent.splice(0)).toEqual([
        { kind: 'page-gone', visit: name },
        { kind: 'page-back', visit: name },
      ])
      await settled()
    }
    browser.window.dispatchEvent(shift('pagehide', false))
    browser.window.dispatchEvent(pageshow(true))
    expect(browser.sent).toEqual([{ kind: 'page-gone' }])
  })

  it('P22: does not send again what was left while the worker was dead', async () => {
    const browser = fakeBrowser()
    browser.state.background = () => Promise.reject(new Error('no receiver'))
    startRelay(browser.host)
    browser.window.arrive(request('request-1'))
    await settled()
    browser.window.dispatchEvent(new Event('pagehide'))
    browser.sleepers.shift()?.()
    await settled()
    expect(browser.sent.filter(({ kind }) => kind === 'page-request')).toHaveLength(1)
  })
})

describe('a prerendered document', () => {
  it('P21: asks nothing before it is seen', async () => {
    const browser = fakeBrowser()
    browser.window.document.prerendering = true
    startRelay(browser.host)
    browser.window.arrive(request('request-1'))
    await settled()
    expect(browser.sent).toEqual([])
    browser.window.document.prerendering = false
    browser.window.document.dispatchEvent(new Event('prerenderingchange'))
    await settled()
    expect(browser.sent).toHaveLength(1)
  })
})

describe('an updated extension', () => {
  const gone = [{ outcome: { error: { code: 'unavailable' } } }]

  it('answers new requests with what to do', async () => {
    const browser = fakeBrowser()
    startRelay(browser.host)
    browser.state.id = undefined
    browser.window.arrive(request('request-1'))
    await settled()
    expect(browser.posted).toMatchObject(gone)
    expect(JSON.stringify(browser.posted)).toContain('Reload this page')
  })

  it('answers the requests that were open', async () => {
    const browser = fakeBrowser()
    startRelay(browser.host)
    browser.window.arrive(request('request-1'))
    await settled()
    browser.sleepers.shift()?.()
    await settled()
    expect(browser.posted).toEqual([])
    browser.state.id = undefined
    browser.sleepers.shift()?.()
    await settled()
    expect(browser.posted).toMatchObject(gone)
    expect(browser.sleepers).toEqual([])
  })

  it('does not fail while the page is left', () => {
    const browser = fakeBrowser()
    startRelay(browser.host)
    browser.window.arrive(request('request-1'))
    browser.state.id = undefined
    expect(() => browser.window.dispatchEvent(new Event('pagehide'))).not.toThrow()
  })
})
