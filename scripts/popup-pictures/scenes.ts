import { LOCKED, ONBOARDING } from './closed-scenes'
import { HOME } from './home-scenes'
import type { Scene } from './scene'
import { APPROVALS, ENTRIES } from './signing-scenes'

export { NOW } from './samples'

export const SCENES: readonly Scene[] = [...ONBOARDING, ...LOCKED, ...HOME, ...ENTRIES, ...APPROVALS]
