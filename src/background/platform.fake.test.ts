import { describe, expect, it } from 'vitest'
import { FakeArea, fakeBrowser } from './platform.fake'

describe('the fake browser', () => {
  it('passes values through JSON and keeps no identity', async () => {
    const area = new FakeArea()
    const value = { bytes: Uint8Array.of(1), absent: undefined, list: [1] }
    await area.write('a', value)
    const read = await area.read('a')
    expect(read).toEqual({ bytes: { 0: 1 }, list: [1] })
    expect(await area.read('a')).not.toBe(read)
    expect(await area.read('b')).toBeUndefined()
    await expect(area.write('c', 5n)).rejects.toThrow()
    await expect(area.write('c', undefined)).rejects.toThrow()
    expect(await area.names()).toEqual(['a'])
    await area.remove('a')
    expect(await area.names()).toEqual([])
  })

  it('loses the session, the windows and the alarms with the browser, and nothing else', async () => {
    const browser = fakeBrowser()
    await browser.storage.local.write('kept', 1)
    await browser.storage.session.write('lost', 1)
    await browser.alarms.set('alarm', browser.now)
    const window = await browser.windows.open({ url: browser.runtime.url('popup.html'), width: 1, height: 1 })
    expect(await browser.windows.focus(window)).toBe(true)
    browser.restart()
    expect(await browser.windows.focus(window)).toBe(false)
    expect(await browser.storage.session.read('lost')).toBeUndefined()
    expect(browser.scheduled.size).toBe(0)
    expect(await browser.storage.local.read('kept')).toBe(1)
  })

  it('reaches nobody and no network until told to', async () => {
    const browser = fakeBrowser()
    expect(await browser.tabs.send(1, { kind: 'hello' }, { frameId: 0 })).toBeUndefined()
    expect(browser.sent).toEqual([{ tabId: 1, message: { kind: 'hello' }, target: { frameId: 0 } }])
    await expect(browser.fetch('https://node.example')).rejects.toThrow(TypeError)
    browser.respond = (url) => new Response(url)
    expect(await (await browser.fetch(new URL('https://node.example/a'))).text()).toBe(
      'https://node.example/a',
    )
  })

  it('gives the same random bytes in every run and no two alike in one', () => {
    const one = fakeBrowser()
    const two = fakeBrowser()
    const bytes = one.random(16)
    expect(two.random(16)).toEqual(bytes)
    expect(one.random(16)).not.toEqual(bytes)
  })
})
