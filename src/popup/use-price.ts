import { useEffect, useState } from 'react'
import type { PriceView } from '../messages/popup'
import { usePopup, useView } from './popup-context'

/** A coin of one network, by its name on the chain. */
export interface NetworkCoin {
  readonly chainId: string
  readonly denom: string
}

type KnownPrice = Extract<PriceView, { readonly kind: 'known' }>

/** US dollars for a coin, with its decimals. Undefined while nobody wants to know, nobody says, or what was said is too old. */
export function usePrice({
  chainId,
  denom,
}: NetworkCoin): (KnownPrice & { readonly decimals: number }) | undefined {
  const { platform } = usePopup()
  const view = useView()
  const open = view?.kind === 'unlocked' ? view : undefined
  const price = open?.price.kind === 'known' ? open.price : undefined
  const until = price?.until
  const [, setPast] = useState<number>()
  useEffect(() => {
    if (until === undefined) return undefined
    // Nothing else may change before a price grows too old.
    const timer = setTimeout(() => setPast(until), Math.max(0, until - platform.now()))
    return () => clearTimeout(timer)
  }, [until, platform])
  if (open === undefined || price === undefined || platform.now() >= price.until) return undefined
  const { network } = open
  if (network.chainId !== chainId || network.denom !== denom) return undefined
  return { ...price, decimals: network.decimals }
}
