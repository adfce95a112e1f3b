/** What the build puts in the place of `review-words`: the same functions, from a script of their own. */
import { ownScript } from '../scripts/own-script'
import type * as ReviewWords from './review-words'

type Words = typeof ReviewWords

const words = ownScript<Words>('words')

export const reviewPermit: Words['reviewPermit'] = (...given) => words().reviewPermit(...given)
export const reviewText: Words['reviewText'] = (...given) => words().reviewText(...given)
export const reviewTx: Words['reviewTx'] = (...given) => words().reviewTx(...given)
export const risksOf: Words['risksOf'] = (...given) => words().risksOf(...given)
export const riskMessage: Words['riskMessage'] = (...given) => words().riskMessage(...given)
export const peopleOf: Words['peopleOf'] = (...given) => words().peopleOf(...given)
