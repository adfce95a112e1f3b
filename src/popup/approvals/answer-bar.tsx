import { type ReactNode, useState } from 'react'
import type { ApprovalView } from '../../messages/popup'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import css from './answer-bar.module.css'
import { ApproveButton } from './approve-button'
import { useAnswer } from './use-answer'

const DANGER_WORD = 'SIGN'

interface AnswerBarProps {
  readonly approval: ApprovalView
  /** The word on the button that agrees; none when there is nothing to agree to. */
  readonly agree: string | undefined
  readonly ready: boolean
  /** How often the person changed what is to be signed. */
  readonly changes: number
  readonly dangerous: boolean
}

/** Reject and Approve, always in the same place, always in sight. */
export function AnswerBar({ approval, agree, ready, changes, dangerous }: AnswerBarProps): ReactNode {
  const { busy, error, approve, reject } = useAnswer(approval.id)
  const [word, setWord] = useState('')
  const typed = !dangerous || word.trim() === DANGER_WORD
  return (
    <div className={css['bar']}>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
      {dangerous && (
        <TextField
          label={`Type ${DANGER_WORD} if you want to sign all the same`}
          value={word}
          onChange={setWord}
          mono
        />
      )}
      <div className={css['answers']}>
        <Button wide busy={busy === 'reject'} inert={busy === 'approve'} onClick={reject}>
          Reject
        </Button>
        {agree !== undefined && (
          <ApproveButton
            label={agree}
            look={dangerous ? 'risk' : 'primary'}
            content={`${changes} ${JSON.stringify(approval)}`}
            ready={ready && typed && busy !== 'reject'}
            busy={busy === 'approve'}
            onApprove={approve}
          />
        )}
      </div>
    </div>
  )
}
