import type { ReactNode } from 'react'
import { ForgetForm } from '../forget/forget-form'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { useEscape } from '../use-escape'

/** Deletes a wallet that nobody can open. The safe way out lies where primary buttons lie. */
export function ForgetWalletScreen({ onBack }: { onBack: () => void }): ReactNode {
  useEscape(onBack)
  return (
    <Screen
      title="Forget this wallet"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={onBack}>
          Keep this wallet
        </Button>
      }
    >
      <Notice level="danger">
        Without its recovery phrase, its private keys or a backup file, everything in this wallet is lost.
      </Notice>
      <p>
        Sotto deletes for good what it keeps on this computer: recovery phrases, private keys, accounts,
        contacts, viewing keys, passkeys, settings, and what sites were allowed. Nobody can bring it back.
      </p>
      <p>Your coins stay on the network. When this is done, import the phrase or restore the backup file.</p>
      <ForgetForm />
    </Screen>
  )
}
