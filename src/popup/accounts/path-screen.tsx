import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { AccountPathView, UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import css from './accounts.module.css'
import { PhraseChoice, phrasesOf } from './phrase-choice'
import { useChange } from './use-change'

interface PathProps {
  readonly view: UnlockedView
  readonly onAdded: (address: string) => void
  readonly onBack: () => void
}

const MOST = 2 ** 31 - 1
const STEPS = ['account', 'change', 'index'] as const
type Step = (typeof STEPS)[number]
const LABELS: Record<Step, string> = { account: 'Account', change: 'Change', index: 'Index' }
const COIN_TYPES = [
  { coinType: 529, label: '529, Secret Network' },
  { coinType: 118, label: '118, shared with Cosmos' },
] as const

export function PathScreen({ view, onAdded, onBack }: PathProps): ReactNode {
  const form = useId()
  const group = useId()
  const phrases = phrasesOf(view)
  const [secretId, setSecretId] = useState(phrases[0]?.id ?? '')
  const [coinType, setCoinType] = useState<529 | 118>(529)
  const [steps, setSteps] = useState<Record<Step, string>>({ account: '0', change: '0', index: '0' })
  const [wrong, setWrong] = useState<ReadonlySet<Step>>(new Set())
  const { busy, error, clear, run } = useChange()

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const bad = STEPS.filter((step) => !isStep(steps[step]))
    setWrong(new Set(bad))
    if (bad.length > 0) return
    const added = await run('addAccount', { secretId, path: pathOf(coinType, steps) })
    if (added !== undefined) onAdded(added.value.address)
  }

  function type(step: Step, text: string): void {
    setSteps({ ...steps, [step]: text })
    setWrong(new Set([...wrong].filter((one) => one !== step)))
    clear()
  }

  return (
    <Screen
      title="Choose a path"
      over="Add account"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Add account
        </Button>
      }
    >
      <p>
        Every account of a phrase has a path. You need this only when another wallet put one somewhere else.
      </p>
      <form id={form} className={css['form']} onSubmit={add} noValidate>
        <PhraseChoice phrases={phrases} chosen={secretId} onChoose={setSecretId} />
        <fieldset className={css['choices']}>
          <legend className={css['spoken']}>Coin type</legend>
          {COIN_TYPES.map((choice) => (
            <label key={choice.coinType} className={css['choice']}>
              <input
                type="radio"
                name={group}
                checked={coinType === choice.coinType}
                onChange={() => setCoinType(choice.coinType)}
              />
              {choice.label}
            </label>
          ))}
        </fieldset>
        <div className={css['pair']}>
          {STEPS.map((step) => (
            <TextField
              key={step}
              label={LABELS[step]}
              value={steps[step]}
              onChange={(text) => type(step, text)}
              error={wrong.has(step) ? `A whole number from 0 to ${MOST}` : undefined}
              mono
            />
          ))}
        </div>
        <p className={css['path']}>{pathText(coinType, steps)}</p>
      </form>
      {error !== undefined && (
        <Notice level="error" live>
          {error.message}
        </Notice>
      )}
    </Screen>
  )
}

function isStep(text: string): boolean {
  return /^\d{1,10}$/.test(text.trim()) && Number(text) <= MOST
}

function pathOf(coinType: 529 | 118, steps: Record<Step, string>): AccountPathView {
  return {
    coinType,
    account: Number(steps.account),
    change: Number(steps.change),
    index: Number(steps.index),
  }
}

function pathText(coinType: number, { account, change, index }: Record<Step, string>): string {
  const shown = (text: string): string => (isStep(text) ? String(Number(text)) : '?')
  return `m/44'/${coinType}'/${shown(account)}'/${shown(change)}/${shown(index)}`
}
