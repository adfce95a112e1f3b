import { base64, hex, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { reviewedText } from './review.fake'

function levels(text: string): readonly string[] {
  return reviewedText(utf8.decode(text)).warnings.map(({ level }) => level)
}

describe('a text to sign', () => {
  it('U56: is a danger when it is too long to be shown whole', () => {
    expect(levels('x'.repeat(100_000))).toEqual(['note'])
    expect(levels(`${'x'.repeat(100_000)} and I owe you everything`)).toEqual(['danger', 'note'])
  })

  it('is shown with the document around it, and with the very bytes that are signed', () => {
    const { raw } = reviewedText(utf8.decode('Log in'))
    expect(JSON.parse(raw.json)).toMatchObject({
      chain_id: '',
      msgs: [{ type: 'sign/MsgSignData', value: { data: base64.encode(utf8.decode('Log in')) } }],
    })
    expect(JSON.parse(utf8.encode(hex.decode(raw.signBytesHex)))).toEqual(JSON.parse(raw.json))
  })

  it('P10: is cautioned of when it hides characters', () => {
    expect(levels('Log in')).toEqual(['note'])
    expect(levels('Log\u202ein')).toEqual(['caution', 'note'])
  })
})
