import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { UnlockedView } from '../../messages/popup'
import type { Passkeys } from '../passkeys-port'
import { FakeBackground, type Stage, show, unlockedView } from '../popup.fake'
import type { Route, SettingsRoute } from '../routes'
import { SettingsPlace } from './settings-place'

interface Opened {
  readonly background: FakeBackground
  /** Where the place wanted to lead, in order. */
  readonly went: Route[]
}

/** Opens one place under Settings against a background that does as it is told. */
export function openPlace(
  kind: SettingsRoute['kind'],
  parts: Partial<UnlockedView> = {},
  stage: Stage = {},
): Opened {
  const went: Route[] = []
  const background = stage.background ?? new FakeBackground()
  show(<SettingsPlace view={unlockedView(parts)} kind={kind} go={(route) => went.push(route)} />, {
    ...stage,
    background,
  })
  return { background, went }
}

export const click = (name: string | RegExp): Promise<void> =>
  userEvent.click(screen.getByRole('button', { name }))

export const type = (label: string, text: string): Promise<void> =>
  userEvent.type(screen.getByLabelText(label), text)

export const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label)

/** Passkeys that are there, and give what a test says. */
export function fakePasskeys(parts: Partial<Passkeys> = {}): Passkeys {
  return {
    available: async () => true,
    create: async () => ({ kind: 'created', credentialId: 'AQ', salt: 'c2FsdA', output: 'b3V0' }),
    get: async () => ({ kind: 'output', credentialId: 'AQ', output: 'YWdhaW4' }),
    ...parts,
  }
}
