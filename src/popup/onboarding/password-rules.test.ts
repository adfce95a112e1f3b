import { describe, expect, it } from 'vitest'
import { passwordProblem, samePassword } from './password-rules'

describe('passwordProblem', () => {
  it('asks for eight characters, not eight code units', () => {
    expect(passwordProblem('1234567')).toContain('8 characters')
    expect(passwordProblem('😀😀😀😀')).toContain('8 characters')
    expect(passwordProblem('12345678')).toBeUndefined()
    expect(passwordProblem('😀'.repeat(8))).toBeUndefined()
  })

  it('refuses what is too long to be a password', () => {
    expect(passwordProblem('a'.repeat(1024))).toBeUndefined()
    expect(passwordProblem('a'.repeat(10_000))).toContain('too long')
  })
})

describe('samePassword', () => {
  it('takes composed and decomposed letters for the same', () => {
    expect(samePassword('caf\u00e9-caf\u00e9', 'cafe\u0301-cafe\u0301')).toBe(true)
    expect(samePassword('password1', 'password2')).toBe(false)
  })
})
