import { SottoError } from '../../domain/index'
import type { FeeChoice } from '../../messages/popup'
import { canSign } from '../accounts/account'
import type { Wallet } from '../accounts/wallet'
import type { Approvals } from '../approvals/approvals'
import { askedCallOf, signCallOf } from '../approvals/sign-call'
import type { Reviewer } from '../review/reviewer'
import type { FeeDesk } from './fee-desk'

interface ChooseFeeParts {
  readonly approvals: Pick<Approvals, 'questions' | 'chooseFee'>
  readonly reviewer: Pick<Reviewer, 'open'>
  readonly desk: Pick<FeeDesk, 'choose'>
  readonly vault: Pick<Wallet, 'account'>
}

/** Stores the person's choice with the question; it is then shown and decided anew. Throws SottoError. */
export function createChooseFee({
  approvals,
  reviewer,
  desk,
  vault,
}: ChooseFeeParts): (id: string, choice: FeeChoice) => Promise<void> {
  return async (id, choice) => {
    const account = await vault.account()
    const question = (await approvals.questions()).find((candidate) => candidate.id === id)
    const asked = question === undefined ? undefined : askedCallOf(question)
    const call = question === undefined ? undefined : signCallOf(question)
    const isOwn = question?.subject.kind === 'sign' && question.account === account.address
    if (!isOwn || asked === undefined || call === undefined || !canSign(account)) throw gone()
    const opened = await reviewer.open(call, account)
    if (opened.kind === 'refused') throw gone()
    await approvals.chooseFee(id, desk.choose({ asked, chosen: question.fee, opened, account }, choice))
  }
}

function gone(): SottoError {
  return new SottoError('approval/gone', 'This request is no longer waiting. Nothing was signed.')
}
