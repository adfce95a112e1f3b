import { type ReactNode, useEffect, useState } from 'react'
import { LoadingScreen } from './loading-screen'

type Screen<Props> = (props: Props) => ReactNode

/** A screen whose code comes when it is first needed, or earlier when asked for. */
export interface LazyScreen<Props extends object> extends Screen<Props> {
  preload(): Promise<void>
}

/**
 * For screens that are the first thing one sees. React's own Suspense holds a screen back for up to 300 ms once it has
 * shown something in its place, which is longer than the whole window takes to open.
 */
export function lazyScreen<Props extends object>(load: () => Promise<Screen<Props>>): LazyScreen<Props> {
  let Loaded: Screen<Props> | undefined
  let loading: Promise<void> | undefined

  async function preload(): Promise<void> {
    loading ??= load().then((screen) => {
      Loaded = screen
    })
    await loading
  }

  function Lazy(props: Props): ReactNode {
    const [state, setState] = useState<'waiting' | 'here' | Error>(Loaded ? 'here' : 'waiting')
    useEffect(() => {
      if (state !== 'waiting') return
      preload().then(
        () => setState('here'),
        (error: unknown) => setState(new Error('A part of Sotto could not be loaded.', { cause: error })),
      )
    }, [state])
    if (state instanceof Error) throw state
    return Loaded === undefined ? <LoadingScreen /> : <Loaded {...props} />
  }

  return Object.assign(Lazy, { preload })
}
