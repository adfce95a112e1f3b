// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '../popup.fake'
import { LogPart } from './log-part'
import type { Part } from './open-message'
import { PartText } from './part-text'

const textOf = (part: Part): string =>
  show(<PartText part={part} label="Answer" />).container.textContent ?? ''

describe('PartText', () => {
  it('lays out decrypted JSON and leaves other text as it came', () => {
    expect(textOf({ kind: 'decrypted', text: '{"a":1}', bytes: new Uint8Array() })).toContain(
      '{\n  "a": 1\n}',
    )
    expect(textOf({ kind: 'decrypted', text: 'Generic error: no', bytes: new Uint8Array() })).toContain(
      'Generic error: no',
    )
  })

  it('says when there is nothing inside', () => {
    expect(textOf({ kind: 'decrypted', text: '', bytes: new Uint8Array() })).toContain('Nothing inside.')
  })

  it('says what could not be read instead of guessing', () => {
    expect(textOf({ kind: 'not-ours' })).toContain('This account cannot read it.')
    expect(textOf({ kind: 'malformed', reason: 'the text inside is not UTF-8' })).toContain('not UTF-8')
    expect(textOf({ kind: 'plaintext', text: '<b>open</b>' })).toContain('<b>open</b>')
  })

  it('shows bytes that are no text as hex', () => {
    const bytes = new Uint8Array([0, 1, 255])
    expect(textOf({ kind: 'decrypted', text: '\u0000\u0001', bytes })).toContain('0001ff')
  })
})

describe('LogPart', () => {
  it('shows each line in its own state', () => {
    show(
      <LogPart
        attributes={[
          {
            type: 'wasm',
            key: { kind: 'decrypted', text: 'amount', bytes: new Uint8Array() },
            value: { kind: 'not-ours' },
          },
          {
            type: 'wasm-x',
            key: { kind: 'plaintext', text: 'contract_address' },
            value: { kind: 'plaintext', text: 'secret1' },
          },
        ]}
      />,
    )
    const [sealed, open] = screen.getAllByRole('listitem')
    expect(sealed?.textContent).toContain('Not readable by this account')
    expect(open?.textContent).toContain('contract_address in wasm-x, in the open')
  })
})
