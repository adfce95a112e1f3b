/** The worker's script that puts requests into words. */
import { leaveScript } from '../scripts/script-scope'
import * as reviewWords from './review-words'

leaveScript('words', reviewWords)
