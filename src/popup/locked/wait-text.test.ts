import { expect, it } from 'vitest'
import { waitText } from './wait-text'

it.each([
  [1, 'Wait 1 s before'],
  [59, 'Wait 59 s before'],
  [60, 'Wait 1 min before'],
  [92, 'Wait 1 min 32 s before'],
])('says %d seconds as a person would', (seconds, text) => {
  expect(waitText(seconds)).toContain(text)
})
