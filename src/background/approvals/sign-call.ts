import { withChosenFee } from '../fees/edit-fee'
import type { SignCall } from '../review/sign-request'
import type { Question } from './approval-schema'
import { callOf } from './call-of'

/** The call to sign as the page sent it, read again from its stored text. */
export function askedCallOf({ waiting: [waiting] }: Question): SignCall | undefined {
  const call = waiting === undefined ? undefined : callOf(waiting)
  switch (call?.method) {
    case 'signAmino':
    case 'signDirect':
    case 'signDirectAux':
      return call
    default:
      return undefined
  }
}

/** The call to sign that a question is about: as the page sent it, but for the fee that the person chose. */
export function signCallOf(question: Question): SignCall | undefined {
  const call = askedCallOf(question)
  return call === undefined || question.fee === undefined ? call : withChosenFee(call, question.fee)
}
