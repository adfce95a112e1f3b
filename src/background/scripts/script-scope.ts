/** The worker's further scripts, of what most events that wake it never need (docs/decisions/0016). */
export type OwnScript = 'words' | 'argon2'

/** Where the scripts of one worker meet. */
export const scriptScope = globalThis as typeof globalThis & {
  /** What each script leaves behind for the first one. */
  sottoScripts?: Partial<Record<OwnScript, object>>
}

/** Leaves what a script exports where `own-script` finds it. */
export function leaveScript(name: OwnScript, exports: object): void {
  scriptScope.sottoScripts = { ...scriptScope.sottoScripts, [name]: exports }
}
