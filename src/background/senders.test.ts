import { describe, expect, it } from 'vitest'
import { FAKE_EXTENSION_ID, FAKE_EXTENSION_URL } from './platform.fake'
import { documentOf, narrowSender } from './senders'

const RUNTIME = { id: FAKE_EXTENSION_ID, url: (path: string) => FAKE_EXTENSION_URL + path }
const OWN_ORIGIN = FAKE_EXTENSION_URL.slice(0, -1)

const PAGE = {
  id: FAKE_EXTENSION_ID,
  url: 'https://dapp.example/swap?x=1',
  origin: 'https://dapp.example',
  frameId: 0,
  documentId: 'A1B2',
  documentLifecycle: 'active',
  tab: { id: 7, active: true, url: 'https://dapp.example/swap?x=1' },
}

function narrow(changes: object): ReturnType<typeof narrowSender> {
  return narrowSender({ ...PAGE, ...changes }, RUNTIME)
}

describe('pages', () => {
  it('takes the origin, the tab and the document of a top page', () => {
    expect(narrow({})).toEqual({
      kind: 'page',
      origin: 'https://dapp.example',
      tabId: 7,
      documentId: 'A1B2',
      frameId: 0,
      active: true,
    })
  })

  it('serves browsers without a document life cycle or document ids', () => {
    const sender = narrow({ documentId: undefined, documentLifecycle: undefined })
    expect(sender).toMatchObject({ kind: 'page', origin: 'https://dapp.example' })
    if (sender?.kind !== 'page') throw new Error('expected a page')
    expect(documentOf(sender)).toEqual({ frameId: 0 })
  })

  it.each<[string, object]>([
    ['O34 a sandboxed frame of a connected site', { origin: 'null', frameId: 3 }],
    ['O34 a sandboxed top page', { origin: 'null' }],
    ['O35 srcdoc with an inherited origin', { url: 'about:srcdoc', frameId: 4 }],
    ['O35 about:blank with an inherited origin', { url: 'about:blank', frameId: 4 }],
    ['O35 a blob child', { url: 'blob:https://dapp.example/1', frameId: 4 }],
    ['O36 a data page', { url: 'data:text/html,x', origin: 'null' }],
    ['O37 a file page', { url: 'file:///home/a.html', origin: 'file://' }],
    [
      'O38 a cross-origin frame inside a connected page',
      { url: 'https://ads.example/', origin: 'https://ads.example', frameId: 9 },
    ],
    ['O40 an unlisted scheme', { origin: 'ftp://dapp.example' }],
    ['O41 plain http', { origin: 'http://dapp.example' }],
    ['O42 a trailing dot', { origin: 'https://dapp.example.' }],
    ['O42 user info', { origin: 'https://user@dapp.example' }],
    ['O42 a look-alike in Unicode', { origin: 'https://d\u0430pp.example' }],
    ['O42 a decimal address', { origin: 'http://2130706433' }],
    ['O43 the null origin', { origin: 'null' }],
    ['O44 IPv6 loopback', { origin: 'http://[::1]:5173' }],
    ['O46 another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    [
      'O46 another extension page',
      {
        id: 'ponmlkjihgfedcbaponmlkjihgfedcba',
        origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba',
      },
    ],
    ['no origin: nothing else may stand in for it', { origin: undefined }],
    ['P21 a prerendered page', { documentLifecycle: 'prerender' }],
    ['P22 a nameless page in the back-forward cache', { documentLifecycle: 'cached', documentId: undefined }],
    ['no frame id', { frameId: undefined }],
    ['no tab', { tab: undefined }],
    ['a tab without an id', { tab: { active: true } }],
    ['malformed facts', { frameId: '0' }],
  ])('does not hear %s', (_name, changes) => {
    expect(narrow(changes)).toBeUndefined()
  })

  it('P22: knows a page in the back-forward cache by its name, whatever frame it is called then', () => {
    for (const frameId of [0, 4]) {
      expect(narrow({ documentLifecycle: 'cached', frameId })).toMatchObject({
        kind: 'page',
        cached: true,
        frameId: 0,
        documentId: PAGE.documentId,
      })
    }
    expect(narrow({})).not.toHaveProperty('cached')
  })

  it('O42, O44: tells ports apart and localhost from 127.0.0.1', () => {
    for (const origin of ['https://dapp.example:8443', 'http://localhost:5173', 'http://127.0.0.1:5173']) {
      expect(narrow({ origin })).toMatchObject({ kind: 'page', origin })
    }
  })

  it('O39, O45: takes nothing from the address, the title or the top page', () => {
    const tab = { id: 7, active: true, url: 'https://bank.example/', title: 'Sotto', favIconUrl: OWN_ORIGIN }
    expect(narrow({ url: 'https://bank.example/', tab })).toMatchObject({ origin: 'https://dapp.example' })
  })
})

describe('own pages', () => {
  const popup = { id: FAKE_EXTENSION_ID, url: `${FAKE_EXTENSION_URL}popup.html`, origin: OWN_ORIGIN }

  it('knows the popup, with and without an origin', () => {
    expect(narrowSender(popup, RUNTIME)).toEqual({ kind: 'popup' })
    expect(narrowSender({ ...popup, origin: undefined }, RUNTIME)).toEqual({ kind: 'popup' })
  })

  it('O48: knows the same page in a tab, whatever its hash says', () => {
    const inTab = { ...popup, url: `${popup.url}?tab#approve`, frameId: 0, tab: { id: 3, active: true } }
    expect(narrowSender(inTab, RUNTIME)).toEqual({ kind: 'popup' })
  })

  it('O47: does not take a content script for one', () => {
    expect(narrowSender({ ...PAGE, url: 'https://dapp.example/popup.html' }, RUNTIME)?.kind).toBe('page')
    expect(narrowSender({ ...PAGE, url: popup.url, origin: 'https://dapp.example' }, RUNTIME)?.kind).toBe(
      'page',
    )
    expect(narrowSender({ ...PAGE, origin: OWN_ORIGIN }, RUNTIME)).toBeUndefined()
  })

  it('does not take an address that only begins alike', () => {
    const url = `chrome-extension://${FAKE_EXTENSION_ID}.example/popup.html`
    expect(narrowSender({ ...popup, url, origin: undefined }, RUNTIME)).toBeUndefined()
  })

  it('O49: does not hear itself inside a frame', () => {
    expect(narrowSender({ ...popup, frameId: 2, tab: { id: 7 } }, RUNTIME)).toBeUndefined()
  })

  it('hears nobody whose facts are not facts', () => {
    for (const raw of [undefined, null, 'sender', 5, [], {}])
      expect(narrowSender(raw, RUNTIME)).toBeUndefined()
  })
})
