/** The worker's script of Argon2id. */
import * as argon2 from '../../crypto/argon2'
import { leaveScript } from './script-scope'

leaveScript('argon2', argon2)
