/** As much of a permit's name as is shown and remembered: contracts take a name of any length. */
export const LONGEST_NAME = 200

/** What two permits must share to be taken for namesakes. */
export function rememberedName(name: string): string {
  return name.slice(0, LONGEST_NAME)
}
