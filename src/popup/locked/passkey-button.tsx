import { Fingerprint } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PasskeyRequestView } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { usePopup } from '../popup-context'

/** Opens the wallet with any one of its passkeys. */
export function PasskeyButton({ passkeys }: { passkeys: readonly PasskeyRequestView[] }): ReactNode {
  const { platform, ask } = usePopup()
  const announce = useAnnounce()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function unlock(): Promise<void> {
    if (platform.vanishes) {
      // The toolbar's popup closes under the browser's own dialog, and the answer would go with it.
      await platform.openTab('popup.html?tab')
      return platform.closeWindow()
    }
    setBusy(true)
    setError(undefined)
    const answer = await platform.passkeys.get(passkeys)
    if (answer.kind === 'output') {
      const { credentialId, output } = answer
      const reply = await ask('unlockWithPasskey', { credentialId, output })
      if (reply.kind === 'error') setError(reply.error.message)
    } else if (answer.kind === 'failed') setError(answer.message)
    else announce('No passkey was used. The wallet is still locked.')
    setBusy(false)
  }

  return (
    <>
      <Button wide busy={busy} onClick={unlock}>
        <Fingerprint size={18} strokeWidth={1.6} aria-hidden />
        Unlock with a passkey
      </Button>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
    </>
  )
}
