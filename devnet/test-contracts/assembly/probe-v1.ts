// The probe as a v1 contract.

import { answerQuery } from './v1/entry-points'

export { allocate, deallocate } from './lib/region'
export { execute, instantiate, interface_version_8, reply, requires_random, sudo } from './v1/entry-points'

export function query(env: usize, message: usize): usize {
  return answerQuery(1, env, message)
}
