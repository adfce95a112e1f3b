import type { SubjectOf } from './approvals/approval-schema'
import type { Wanted } from './origins/origins'

/** The question by which a site gets what it lacks. */
export function connectSubject({ chainIds, capabilities }: Wanted): SubjectOf<'connect'> {
  return { kind: 'connect', chainIds: [...chainIds], capabilities: [...capabilities] }
}
