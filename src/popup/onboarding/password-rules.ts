export const SHORTEST_PASSWORD = 8
const LONGEST_BYTES = 1024

/** What is wrong with a new password; undefined when nothing is. The background checks the same again. */
export function passwordProblem(password: string): string | undefined {
  const normal = password.normalize('NFKC')
  if ([...normal].length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters.`
  if (new TextEncoder().encode(normal).length > LONGEST_BYTES)
    return 'This is too long. Use at most 1,000 letters.'
  return undefined
}

/** True when both mean the same password, however the keyboard composed the letters. */
export function samePassword(one: string, other: string): boolean {
  return one.normalize('NFKC') === other.normalize('NFKC')
}
