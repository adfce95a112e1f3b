/** Gives that many unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array

/** Takes bytes from the platform's generator, the wallet's only source of randomness. */
export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}
