import type { SignCall } from '../review/sign-request'
import type { Question } from './approval-schema'
import { callOf } from './call-of'

/** The call to sign that a question is about, read again from its stored text. */
export function signCallOf({ waiting: [waiting] }: Question): SignCall | undefined {
  const call = waiting === undefined ? undefined : callOf(waiting)
  return call?.method === 'signAmino' || call?.method === 'signDirect' ? call : undefined
}
