import { type FormEvent, type ReactNode, useState } from 'react'
import { type Origin, parseOrigin, SottoError } from '../../domain/index'
import { Button } from '../parts/button'
import { Disclosure } from '../parts/disclosure'
import { TextField } from '../parts/field'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './site-provider-choice.module.css'

const NOT_AN_ADDRESS =
  'Sotto is there for secure sites only. Type the address as the address bar shows it: it begins with https://.'

/** For a site that found another wallet first: it never asks Sotto, so it is named here. */
export function NameSiteForm(): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run, clearError } = useRequest()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const origin = originIn(typed)
    setProblem(origin === undefined ? NOT_AN_ADDRESS : undefined)
    if (origin === undefined) return
    const reply = await run(ask('setSiteProvider', { origin, choice: 'always' }), 'Saved.')
    if (reply.kind === 'result') setTyped('')
  }

  function type(text: string): void {
    setTyped(text)
    setProblem(undefined)
    clearError()
  }

  return (
    <Disclosure summary="Use Sotto beside another wallet">
      <form className={css['named']} onSubmit={submit} noValidate>
        <p>
          Where another wallet answers first, Sotto keeps out of the way. Name a site to be there all the
          same; you can also choose “Never” for it then.
        </p>
        <TextField
          label="Address of the site"
          value={typed}
          onChange={type}
          hint="Such as https://app.example"
          error={problem ?? error}
          mono
        />
        <Button submits busy={busy}>
          Use Sotto on this site
        </Button>
      </form>
    </Disclosure>
  )
}

/** The origin of what was typed or copied from the address bar. */
function originIn(typed: string): Origin | undefined {
  const text = typed.trim()
  const address = text.includes('://') ? text : `https://${text}`
  if (!URL.canParse(address)) return undefined
  try {
    return parseOrigin(new URL(address).origin)
  } catch (error) {
    if (error instanceof SottoError) return undefined
    throw error
  }
}
