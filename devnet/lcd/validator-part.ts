import { readValidatorAddress } from '../modules/message-address'
import { findValidator, type Validator } from '../modules/staking/validators'
import { AbciError } from '../node/abci-error'
import { invalidArgument, notFound } from './grpc-error'
import { type LcdRequest, pathPart } from './lcd-request'

/** The validator in the path; what a transaction calls an invalid address, a query calls an invalid argument. */
export function validatorPart(request: LcdRequest): Validator {
  const operator = pathPart(request, 'validator')
  try {
    readValidatorAddress(operator)
  } catch (error) {
    if (error instanceof AbciError) throw invalidArgument(error.message)
    throw error
  }
  const found = findValidator(request.store, operator)
  if (found === undefined) throw notFound(`validator ${operator} not found`)
  return found
}
