import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { usePopup } from '../popup-context'
import { useAnnounce } from './announcer'
import { Button, IconButton } from './button'

const SHOWN_MS = 2000

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** What is said once it is in the clipboard. */
  readonly done: string
  readonly look?: 'icon' | 'primary'
}

export function CopyButton({ text, label, done, look = 'icon' }: CopyButtonProps): ReactNode {
  const { platform } = usePopup()
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy(): Promise<void> {
    const worked = await platform.copy(text).then(
      () => true,
      // The browser may refuse the clipboard; the text is on the screen to be selected.
      () => false,
    )
    setCopied(worked)
    announce(worked ? done : 'The browser did not allow copying. Select the text and copy it by hand.')
  }

  const sign = copied ? (
    <Check size={17} strokeWidth={1.8} aria-hidden />
  ) : (
    <Copy size={17} strokeWidth={1.6} aria-hidden />
  )
  if (look === 'icon') {
    return (
      <IconButton label={label} onClick={copy}>
        {sign}
      </IconButton>
    )
  }
  return (
    <Button look="primary" wide onClick={copy} aria-label={label}>
      {sign}
      {copied ? 'Copied' : label}
    </Button>
  )
}
