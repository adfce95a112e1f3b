import { describe, expect, it } from 'vitest'
import { BOB } from '../../wallet.fake'
import { peopleOf } from './people'

/** As somebody grinds it: the same first three letters after the prefix, the same last eight. */
const LOOK_ALIKE = `${BOB.slice(0, 10)}${'q'.repeat(BOB.length - 18)}${BOB.slice(-8)}`
const NOBODY = { own: [], contacts: [], earlier: [], contracts: new Set<string>() }

describe('N80: an address that looks like another one', () => {
  it('is told from a contact also after something, or nothing at all, was sent to it', () => {
    const contacts = [{ name: 'Bob', address: BOB }]
    for (const earlier of [[], [LOOK_ALIKE], [BOB, LOOK_ALIKE]]) {
      const people = peopleOf({ ...NOBODY, contacts, earlier })
      expect(people.lookAlike(LOOK_ALIKE)).toMatchObject({ name: 'Bob' })
      expect(people.lookAlike(BOB)).toBeUndefined()
    }
  })

  it('is told from an account of the person, and from somebody who was paid before', () => {
    const own = [{ name: 'Savings', address: BOB }]
    expect(peopleOf({ ...NOBODY, own, earlier: [LOOK_ALIKE] }).lookAlike(LOOK_ALIKE)).toMatchObject(
      own[0] ?? {},
    )
    expect(peopleOf({ ...NOBODY, earlier: [BOB] }).lookAlike(LOOK_ALIKE)).toMatchObject({ address: BOB })
    expect(peopleOf({ ...NOBODY, earlier: [BOB, LOOK_ALIKE] }).lookAlike(LOOK_ALIKE)).toBeUndefined()
  })
})
