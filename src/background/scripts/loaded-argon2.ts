/** What the build puts in the place of `crypto/argon2`: the same function, from a script of its own. */
import type * as Argon2 from '../../crypto/argon2'
import { ownScript } from './own-script'

const argon2 = ownScript<typeof Argon2>('argon2')

export const argon2id: typeof Argon2.argon2id = (options) => argon2().argon2id(options)
