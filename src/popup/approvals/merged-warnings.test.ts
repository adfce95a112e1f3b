import { describe, expect, it } from 'vitest'
import { mergedWarnings, placeWords } from './merged-warnings'

describe('warnings', () => {
  it('come the gravest first, in the order they were found', () => {
    const found = mergedWarnings([
      { level: 'note', text: 'a' },
      { level: 'danger', text: 'b' },
      { level: 'caution', text: 'c' },
      { level: 'danger', text: 'd' },
    ])
    expect(found.map(({ text }) => text)).toEqual(['b', 'd', 'c', 'a'])
  })

  it('that are the same for several messages are said once, with which they are', () => {
    const found = mergedWarnings([
      { level: 'caution', text: 'a', message: 0 },
      { level: 'caution', text: 'a', message: 2 },
      { level: 'caution', text: 'a', message: 2 },
      { level: 'danger', text: 'a', message: 2 },
    ])
    expect(found).toEqual([
      { level: 'danger', text: 'a', messages: [2] },
      { level: 'caution', text: 'a', messages: [0, 2] },
    ])
  })

  it('name up to four messages, and count more', () => {
    expect(placeWords([])).toBe('')
    expect(placeWords([4])).toBe('Message 5')
    expect(placeWords([0, 1, 4])).toBe('Messages 1, 2 and 5')
    expect(placeWords([0, 1, 2, 3])).toBe('Messages 1, 2, 3 and 4')
    expect(placeWords([0, 1, 2, 3, 4])).toBe('5 messages')
  })
})
