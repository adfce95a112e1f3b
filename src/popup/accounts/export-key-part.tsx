import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import type { OwnAccountView } from '../../messages/popup'
import { Button } from '../parts/button'
import { CopyButton } from '../parts/copy-button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { isAboutPassword, ownPasswordProblem } from '../settings/own-password'
import css from './accounts.module.css'
import { useChange } from './use-change'

/** How long a key stays on the screen. */
const SHOWN_MS = 60_000

export function ExportKeyPart({
  account,
  onBack,
}: {
  account: OwnAccountView
  onBack: () => void
}): ReactNode {
  const form = useId()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const [key, setKey] = useState<string>()
  const { busy, error, run } = useChange()

  useEffect(() => {
    if (key === undefined) return undefined
    const timer = setTimeout(onBack, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [key, onBack])

  async function show(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = ownPasswordProblem(password)
    setProblem(found)
    if (found !== undefined) return
    const typed = password
    setPassword('')
    const reply = await run('revealPrivateKey', { address: account.address, password: typed })
    if (reply !== undefined) setKey(reply.value.privateKey)
  }

  const wrong = error !== undefined && isAboutPassword(error) ? error.message : undefined
  return (
    <Screen
      title="Private key"
      over={<PlainText text={account.name} />}
      onBack={onBack}
      footer={
        key === undefined ? (
          <Button look="primary" wide submits busy={busy} form={form}>
            Show the key
          </Button>
        ) : (
          <Button look="primary" wide onClick={onBack}>
            Done
          </Button>
        )
      }
    >
      <Notice level="danger">
        Whoever has this key has everything in this account. No site and no helper will ever need it.
      </Notice>
      {key === undefined ? (
        <form id={form} className={css['form']} onSubmit={show} noValidate>
          <PasswordField
            kind="current-password"
            label="Password"
            value={password}
            onChange={(text) => {
              setPassword(text)
              setProblem(undefined)
            }}
            error={problem ?? wrong}
          />
          {error !== undefined && wrong === undefined && (
            <Notice level="error" live>
              {error.message}
            </Notice>
          )}
        </form>
      ) : (
        <ShownKey text={key} />
      )}
    </Screen>
  )
}

function ShownKey({ text }: { text: string }): ReactNode {
  return (
    <>
      <p className={css['key']}>{text}</p>
      <CopyButton text={text} label="Copy key" done="Key copied. Other programs can read the clipboard." />
      <p className={css['soft']}>
        Other programs can read what you copy: clear the clipboard when you are done. The key goes from the
        screen after a minute.
      </p>
    </>
  )
}
