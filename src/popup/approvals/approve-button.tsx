import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '../parts/button'
import { useApproveGuard } from './use-approve-guard'

interface ApproveButtonProps {
  readonly label: string
  readonly look: 'primary' | 'risk'
  /** Everything that is on the screen: when it changes, the button waits again. */
  readonly content: string
  readonly ready: boolean
  readonly busy: boolean
  readonly onApprove: () => void
}

/** The one button that agrees. It never takes the focus by itself and counts only a press that was meant for it. */
export function ApproveButton({
  label,
  look,
  content,
  ready,
  busy,
  onApprove,
}: ApproveButtonProps): ReactNode {
  const { guard, open } = useApproveGuard(content)

  function keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return
    // A key held down since another screen repeats: that is no decision.
    if (event.repeat) event.preventDefault()
    else guard.pressBegins()
  }

  return (
    <Button
      look={look}
      wide
      inert={!ready || !open}
      busy={busy}
      onPointerDown={() => guard.pressBegins()}
      onKeyDown={keyDown}
      onClick={() => {
        if (guard.pressEnds() && ready) onApprove()
      }}
    >
      {label}
    </Button>
  )
}
