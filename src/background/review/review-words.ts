/**
 * Everything that puts requests into words and weighs their risks: pure functions of plain data, and the larger half of
 * the worker's code. The build puts them into a script of their own, which a worker loads when something is to be read to
 * the person (docs/decisions/0016).
 */
export { reviewPermit } from './permit-review'
export { peopleOf } from './risks/people'
export { riskMessage } from './risks/risk-message'
export { risksOf } from './risks/risks'
export { reviewText } from './text-review'
export { reviewTx } from './tx-review'
