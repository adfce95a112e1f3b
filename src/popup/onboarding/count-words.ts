/** How many words a phrase has as it is typed; the numbers of a numbered list do not count. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /\p{L}/u.test(part)).length
}
