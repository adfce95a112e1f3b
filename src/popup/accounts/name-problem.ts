/** The background takes no longer ones. */
const LONGEST_NAME = 200

/** What is wrong with a name as it was typed, so far as nobody has to be asked. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Enter a name.'
  return name.length > LONGEST_NAME ? `This name is too long. Use up to ${LONGEST_NAME} letters.` : undefined
}
