/** What the build puts in the place of `review-words`: the same functions, from the second script, loaded when first called. */
import type * as ReviewWords from './review-words'

type Words = typeof ReviewWords

interface ScriptPolicy {
  createScriptURL(file: string): unknown
}

const scope = globalThis as typeof globalThis & {
  sottoReviewWords?: Words
  /** Only a service worker has it; an event page has both scripts from the start. */
  importScripts?: (file: unknown) => void
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): ScriptPolicy }
}

/** The extension's policy lets no text name a script; this one rule names our own second script, whatever it is asked for. */
const policy = scope.trustedTypes?.createPolicy('sotto-words', { createScriptURL: () => 'words.js' })

function words(): Words {
  if (scope.sottoReviewWords === undefined) scope.importScripts?.(policy?.createScriptURL(''))
  if (scope.sottoReviewWords === undefined)
    throw new Error('The script that puts requests into words is missing.')
  return scope.sottoReviewWords
}

// A service worker may load later only what it loaded while it was installed.
scope.addEventListener('install', () => void words())

export const reviewPermit: Words['reviewPermit'] = (...given) => words().reviewPermit(...given)
export const reviewText: Words['reviewText'] = (...given) => words().reviewText(...given)
export const reviewTx: Words['reviewTx'] = (...given) => words().reviewTx(...given)
export const risksOf: Words['risksOf'] = (...given) => words().risksOf(...given)
export const riskMessage: Words['riskMessage'] = (...given) => words().riskMessage(...given)
export const peopleOf: Words['peopleOf'] = (...given) => words().peopleOf(...given)
