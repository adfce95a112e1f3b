// The probe as a v0.10 contract.

import { answerQuery } from './v010/entry-points'

export { allocate, deallocate } from './lib/region'
export { cosmwasm_vm_version_3, handle, init } from './v010/entry-points'

export function query(message: usize): usize {
  return answerQuery(1, message)
}
