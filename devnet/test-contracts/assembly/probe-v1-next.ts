// The code that the v1 probe migrates to.

import { answerQuery, migrateTo } from './v1/entry-points'

export { allocate, deallocate } from './lib/region'
export { execute, instantiate, interface_version_8, reply, requires_random, sudo } from './v1/entry-points'

export function query(env: usize, message: usize): usize {
  return answerQuery(2, env, message)
}

export function migrate(env: usize, message: usize): usize {
  return migrateTo(2, env, message)
}
