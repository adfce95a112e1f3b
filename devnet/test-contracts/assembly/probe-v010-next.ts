// The code that the v0.10 probe migrates to.

import { answerQuery, migrateTo } from './v010/entry-points'

export { allocate, deallocate } from './lib/region'
export { cosmwasm_vm_version_3, handle, init } from './v010/entry-points'

export function query(message: usize): usize {
  return answerQuery(2, message)
}

export function migrate(env: usize, message: usize): usize {
  return migrateTo(2, env, message)
}
