import * as v from 'valibot'
import { CHAIN_ID } from '../domain/index'

/** The id of a network, known or not. */
export const chainIdSchema = v.pipe(v.string(), v.regex(CHAIN_ID))
