// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { JsonRemark } from '../../messages/popup'
import { MarkedCode } from './marked-code'

const value = { run: { to: 'secret1x', empty: {}, amount: '5' } }
const text = JSON.stringify(value, undefined, 2)
const remarks: readonly JsonRemark[] = [
  { line: 2, mark: 'address', text: 'Not your address.' },
  { line: 4, mark: 'nested', text: 'Inside:', inner: { json: '{\n  "a": 1\n}', remarks: [] } },
]

describe('marked JSON', () => {
  it('has its remarks right under their lines, and every line once and in order', () => {
    render(<MarkedCode text={text} remarks={remarks} label="Message" />)
    const shown = screen.getByRole('group', { name: 'Message' }).textContent?.replace(/\s+/g, '')
    expect(shown).toBe('{"run":{"to":"secret1x",Notyouraddress."empty":{},"amount":"5"Inside:{"a":1}}}')
  })

  it('counts lines alike where the text is no JSON any more, since what cannot be seen is written out', () => {
    const odd = text.replace('secret1x', 'secret\\u{202e}x')
    render(<MarkedCode text={odd} remarks={remarks} label="Odd" />)
    const shown = screen.getByRole('group', { name: 'Odd' }).textContent?.replace(/\s+/g, '')
    expect(shown).toContain('"to":"secret\\u{202e}x",Notyouraddress."empty"')
  })
})
