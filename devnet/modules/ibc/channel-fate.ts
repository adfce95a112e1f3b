import type { Store } from '../../store/store'

const FATES = 'ibc/fates'

const FATE_NAMES = ['acknowledge', 'error', 'drop'] as const

/**
 * What the other end of a channel makes of packets: takes them, refuses them, or never hears of them.
 * Packets of a channel that drops them wait until they time out or its fate changes.
 */
export type ChannelFate = (typeof FATE_NAMES)[number]

/** Decides what becomes of packets sent through a channel of the port `transfer`, such as `channel-0`. */
export function setChannelFate(store: Store, channelId: string, fate: ChannelFate): void {
  if (fate === 'acknowledge') store.area(FATES).delete(channelId)
  else store.area(FATES).set(channelId, fate)
}

export function channelFate(store: Store, channelId: string): ChannelFate {
  const fate = store.area(FATES).get(channelId) ?? ''
  return isChannelFate(fate) ? fate : 'acknowledge'
}

export function isChannelFate(text: string): text is ChannelFate {
  return FATE_NAMES.some((name) => name === text)
}
