import { describe, expect, it } from 'vitest'
import { readBackup } from './read-backup'
import { restoredText } from './restored-text'

describe('readBackup', () => {
  it('gives the text with its byte order mark', async () => {
    expect(await readBackup(new File(['\ufeff{}'], 'x'))).toEqual({ kind: 'text', text: '\ufeff{}' })
    expect(await readBackup(new File([], 'x'))).toEqual({ kind: 'text', text: '' })
  })

  it('refuses more than 20 MB without reading it', async () => {
    const file = { size: 20_000_001, arrayBuffer: () => Promise.reject(new Error('not to be read')) }
    expect(await readBackup(file)).toMatchObject({
      kind: 'unread',
      message: expect.stringContaining('20 MB'),
    })
  })

  it('says so when the file is gone', async () => {
    const file = { size: 2, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }
    expect(await readBackup(file)).toMatchObject({ kind: 'unread' })
  })
})

describe('restoredText', () => {
  it('names what came, and nothing that did not', () => {
    expect(restoredText({ secrets: 1, accounts: 2, contacts: 1, tokens: 0 })).toBe(
      'It brought 1 recovery phrase or private key, 2 accounts and 1 contact.',
    )
    expect(restoredText({ secrets: 2, accounts: 0, contacts: 0, tokens: 0 })).toBe(
      'It brought 2 recovery phrases and private keys.',
    )
    expect(restoredText({ secrets: 0, accounts: 0, contacts: 0, tokens: 0 })).toContain('nothing new')
  })
})
