/** Where one is on the way to a wallet. What was typed lives in the steps, in memory, and nowhere else. */
export type Step =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'length' }
  | { readonly kind: 'phrase'; readonly phrase: string }
  | { readonly kind: 'check'; readonly phrase: string }
  | { readonly kind: 'import' }
  | { readonly kind: 'password'; readonly phrase: string; readonly source: 'created' | 'imported' }

/** The step before; undefined at the beginning. */
export function stepBefore(step: Step): Step | undefined {
  switch (step.kind) {
    case 'welcome':
      return undefined
    case 'length':
    case 'import':
      return { kind: 'welcome' }
    case 'phrase':
      return { kind: 'length' }
    case 'check':
      return { kind: 'phrase', phrase: step.phrase }
    case 'password':
      return step.source === 'created' ? { kind: 'check', phrase: step.phrase } : { kind: 'import' }
    default:
      return step satisfies never
  }
}
