import { PanelRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { usePopup } from '../popup-context'

/** Leads to Sotto beside the page, in a browser that has such a place. */
export function PanelPart(): ReactNode {
  const { platform } = usePopup()
  const [refused, setRefused] = useState(false)
  if (!platform.hasPanel || platform.mode === 'panel') return null

  async function open(): Promise<void> {
    setRefused(false)
    const opened = await platform.openPanel().then(
      () => true,
      () => false,
    )
    if (!opened) setRefused(true)
    else if (platform.vanishes) platform.closeWindow()
  }

  return (
    <>
      <Button wide onClick={open}>
        <PanelRight size={18} strokeWidth={1.6} aria-hidden />
        Open in the side panel
      </Button>
      {refused && (
        <Notice level="error" live>
          The browser did not open the side panel. Open it from the browser’s own menu of side panels instead.
        </Notice>
      )}
    </>
  )
}
