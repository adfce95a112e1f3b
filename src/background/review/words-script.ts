/** The second script of the worker: leaves the words where `loaded-words` finds them. */
import * as reviewWords from './review-words'

Object.assign(globalThis, { sottoReviewWords: reviewWords })
