import { describe, expect, it } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { browserPorts, type Events, registerListeners } from './platform'
import { FakeArea } from './platform.fake'

type Listener = (...args: readonly unknown[]) => unknown

/** The parts of a browser that the ports use, with what was asked of them. */
function apiOf(calls: unknown[], fail = false): Browser {
  const call =
    (name: string, result: unknown) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      calls.push([name, ...args])
      if (fail) throw new Error('No window with id')
      return result
    }
  const area = { get: call('get', { a: 5 }), set: call('set', undefined), remove: call('remove', undefined) }
  return {
    storage: { local: area, session: area, onChanged: { addListener: () => undefined } },
    alarms: { create: call('alarm', undefined), clear: call('clear', true) },
    windows: {
      create: async (options: unknown) => {
        calls.push(['create', options])
        return { id: 4 }
      },
      update: call('update', {}),
      remove: call('remove', undefined),
      getLastFocused: call('last', { left: 100, top: 10, width: 1000 }),
    },
    tabs: { create: call('tab', {}), sendMessage: call('send', { waiting: true }) },
    runtime: { id: 'our-id', getURL: (path: string) => `chrome-extension://our-id/${path}` },
  } as unknown as Browser
}

describe('the ports over a browser', () => {
  it('read one record at a time and know what is absent', async () => {
    const { storage } = browserPorts(apiOf([]), new FakeArea())
    expect(await storage.local.read('a')).toBe(5)
    expect(await storage.local.read('b')).toBeUndefined()
    expect(await storage.session.names()).toEqual(['a'])
  })

  it('hide local storage from content scripts, where the browser knows how', async () => {
    const calls: unknown[] = []
    await browserPorts(apiOf(calls), new FakeArea()).hideLocalStorage()
    expect(calls).toEqual([])
    for (const fail of [false, true]) {
      const api = apiOf([])
      const setAccessLevel = async (options: unknown): Promise<void> => {
        calls.push(options)
        if (fail) throw new Error('Access level cannot be set for this area.')
      }
      Object.assign(api.storage.local, { setAccessLevel })
      await browserPorts(api, new FakeArea()).hideLocalStorage()
      expect(calls.splice(0)).toEqual([{ accessLevel: 'TRUSTED_CONTEXTS' }])
    }
  })

  it('open a window beside the one in use, also when that is not known', async () => {
    const calls: unknown[] = []
    const size = { url: 'popup.html', width: 360, height: 640 }
    expect(await browserPorts(apiOf(calls), new FakeArea()).windows.open(size)).toBe(4)
    expect(calls.at(-1)).toEqual(['create', { ...size, type: 'popup', focused: true, left: 724, top: 82 }])
    await browserPorts(apiOf(calls, true), new FakeArea()).windows.open(size)
    expect(calls.at(-1)).toEqual(['create', { ...size, type: 'popup', focused: true }])
  })

  it('take a window or a tab that is gone as an answer', async () => {
    const gone = browserPorts(apiOf([], true), new FakeArea())
    expect(await gone.windows.focus(4)).toBe(false)
    await gone.windows.close(4)
    expect(await gone.tabs.send(7, { kind: 'x' }, { frameId: 0 })).toBeUndefined()
    expect(await browserPorts(apiOf([]), new FakeArea()).tabs.send(7, {}, { documentId: 'D' })).toEqual({
      waiting: true,
    })
  })
})

describe('the listeners', () => {
  function setup(): { listeners: Map<string, Listener>; heard: unknown[]; made: () => number } {
    const listeners = new Map<string, Listener>()
    const heard: unknown[] = []
    let made = 0
    const event = (name: string): object => ({
      addListener: (listener: Listener) => void listeners.set(name, listener),
    })
    const hear =
      (name: string) =>
      (...args: readonly unknown[]): undefined => {
        heard.push([name, ...args])
      }
    const events: Events = {
      message: hear('message'),
      connect: hear('connect'),
      installed: hear('installed'),
      alarm: hear('alarm'),
      tabRemoved: hear('tab'),
      windowRemoved: hear('window'),
      computerLocked: hear('locked'),
    }
    const browser = {
      runtime: {
        onMessage: event('onMessage'),
        onConnect: event('onConnect'),
        onInstalled: event('onInstalled'),
        onStartup: event('onStartup'),
      },
      alarms: { onAlarm: event('onAlarm') },
      tabs: { onRemoved: event('onTab') },
      windows: { onRemoved: event('onWindow') },
      idle: { onStateChanged: event('onIdle') },
    }
    registerListeners(browser as unknown as Browser, () => {
      made += 1
      return events
    })
    return { listeners, heard, made: () => made }
  }

  it('are all there in the first turn, before anything is made', () => {
    const { listeners, made } = setup()
    expect([...listeners.keys()]).toEqual([
      'onMessage',
      'onConnect',
      'onInstalled',
      'onStartup',
      'onAlarm',
      'onTab',
      'onWindow',
      'onIdle',
    ])
    expect(made()).toBe(0)
  })

  it('pass on what matters of each event', () => {
    const { listeners, heard, made } = setup()
    listeners.get('onMessage')?.({ kind: 'x' }, { id: 'our-id' })
    listeners.get('onConnect')?.({ name: 'port' })
    listeners.get('onInstalled')?.({ reason: 'install' })
    listeners.get('onStartup')?.()
    listeners.get('onAlarm')?.({ name: 'auto-lock' })
    listeners.get('onTab')?.(7, { windowId: 1 })
    listeners.get('onWindow')?.(4)
    for (const state of ['idle', 'locked', 'active']) listeners.get('onIdle')?.(state)
    expect(heard).toEqual([
      ['message', { kind: 'x' }, { id: 'our-id' }],
      ['connect', { name: 'port' }],
      ['installed', 'install'],
      ['alarm', 'auto-lock'],
      ['tab', 7],
      ['window', 4],
      ['locked'],
    ])
    expect(made()).toBe(8)
  })
})
