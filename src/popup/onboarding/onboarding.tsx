import { type ReactNode, useState } from 'react'
import { RestoreScreen } from '../backup-file/restore-screen'
import type { Landing } from '../landing'
import { useEscape } from '../use-escape'
import { CreateStep } from './create-step'
import { ImportStep } from './import-step'
import { type Choice, WelcomeStep } from './welcome-step'

interface OnboardingProps {
  readonly onLanding: (landing: Landing | undefined) => void
}

/** From nothing to a wallet. What was typed lives in the steps, in memory, and nowhere else. */
export function Onboarding({ onLanding }: OnboardingProps): ReactNode {
  const [step, setStep] = useState<'welcome' | Choice>('welcome')
  const back = (): void => setStep('welcome')
  useEscape(step === 'welcome' ? undefined : back)
  switch (step) {
    case 'welcome':
      return <WelcomeStep onChoose={setStep} />
    case 'create':
      return <CreateStep onBack={back} onLanding={onLanding} />
    case 'import':
      return <ImportStep onBack={back} onLanding={onLanding} />
    case 'restore':
      return <RestoreScreen over="Restore" onBack={back} onDone={() => onLanding({ kind: 'ready' })} />
    default:
      return step satisfies never
  }
}
