import type { PopupError } from '../../src/messages/popup'

export const error = (message: string): { kind: 'error'; error: PopupError } => ({
  kind: 'error',
  error: { code: 'picture/error', message },
})

export const result = <T>(value: T): { kind: 'result'; value: T } => ({ kind: 'result', value })
