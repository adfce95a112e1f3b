import type { PopupMethod, PopupReply, View } from '../messages/popup'

const VIEW_KINDS: readonly string[] = [
  'loading',
  'empty',
  'damaged',
  'locked',
  'unlocked',
] satisfies View['kind'][]

/** Takes a view out of a message of the view port; undefined for anything else. */
export function parsePush(message: unknown): View | undefined {
  if (!isRecord(message) || message['kind'] !== 'view') return undefined
  const view = message['view']
  if (!isRecord(view) || typeof view['kind'] !== 'string' || !VIEW_KINDS.includes(view['kind']))
    return undefined
  return view as unknown as View
}

/** Takes the background's reply to a request; undefined when there was none. */
export function parseReply<M extends PopupMethod>(reply: unknown): PopupReply<M> | undefined {
  if (!isRecord(reply)) return undefined
  if (reply['kind'] === 'result') return reply as unknown as PopupReply<M>
  const error = reply['error']
  if (reply['kind'] !== 'error' || !isRecord(error)) return undefined
  if (typeof error['code'] !== 'string' || typeof error['message'] !== 'string') return undefined
  return reply as unknown as PopupReply<M>
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
