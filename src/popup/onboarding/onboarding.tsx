import { type ReactNode, useState } from 'react'
import { useEscape } from '../use-escape'
import { CheckStep } from './check-step'
import { ImportStep } from './import-step'
import { LengthStep } from './length-step'
import { PasswordStep } from './password-step'
import { PhraseStep } from './phrase-step'
import { type Step, stepBefore } from './steps'
import { WelcomeStep } from './welcome-step'

/** From nothing to a wallet. When it exists, the next view takes this away. */
export function Onboarding({ onCreated }: { onCreated: () => void }): ReactNode {
  const [step, setStep] = useState<Step>({ kind: 'welcome' })
  const before = stepBefore(step)
  const onBack = before && (() => setStep(before))
  useEscape(onBack)
  switch (step.kind) {
    case 'welcome':
      return <WelcomeStep onChoose={(kind) => setStep({ kind })} />
    case 'length':
      return <LengthStep onBack={onBack} onDraft={(phrase) => setStep({ kind: 'phrase', phrase })} />
    case 'phrase':
      return (
        <PhraseStep
          phrase={step.phrase}
          onBack={onBack}
          onKept={() => setStep({ kind: 'check', phrase: step.phrase })}
        />
      )
    case 'check':
      return (
        <CheckStep
          phrase={step.phrase}
          onBack={onBack}
          onPassed={() => setStep({ kind: 'password', phrase: step.phrase, source: 'created' })}
        />
      )
    case 'import':
      return (
        <ImportStep
          onBack={onBack}
          onRead={(phrase) => setStep({ kind: 'password', phrase, source: 'imported' })}
        />
      )
    case 'password':
      return <PasswordStep phrase={step.phrase} source={step.source} onBack={onBack} onCreated={onCreated} />
    default:
      return step satisfies never
  }
}
