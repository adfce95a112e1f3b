import type { PopupError } from '../../src/messages/popup'

export const error = (message: string, code = 'picture/error'): { kind: 'error'; error: PopupError } => ({
  kind: 'error',
  error: { code, message },
})

export const result = <T>(value: T): { kind: 'result'; value: T } => ({ kind: 'result', value })
