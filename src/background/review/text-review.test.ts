import { utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { reviewText } from './text-review'

function levels(text: string): readonly string[] {
  return reviewText(utf8.decode(text)).warnings.map(({ level }) => level)
}

describe('a text to sign', () => {
  it('U56: is a danger when it is too long to be shown whole', () => {
    expect(levels('x'.repeat(100_000))).toEqual(['note'])
    expect(levels(`${'x'.repeat(100_000)} and I owe you everything`)).toEqual(['danger', 'note'])
  })

  it('P10: is cautioned of when it hides characters', () => {
    expect(levels('Log in')).toEqual(['note'])
    expect(levels('Log\u202ein')).toEqual(['caution', 'note'])
  })
})
