import { readState, writeState } from '../lib/storage'
import { ARMED_FAILURE, CELL, SUDO } from '../probe/keys'
import { NewResponse } from './response'

/** Keeps what the chain says as it came, where `get` finds it, unless the contract was armed to fail. */
export function takeSudo(message: string, response: NewResponse): void {
  writeState(CELL + SUDO, message)
  response.log('heard', SUDO, false)
  const failure = readState(ARMED_FAILURE)
  if (failure !== null) response.fail('generic_err', failure)
}
