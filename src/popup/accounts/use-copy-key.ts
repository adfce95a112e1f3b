import { useAnnounce } from '../parts/announcer'
import { usePopup } from '../popup-context'

const KEPT_MS = 30_000

/** Copies something secret, and empties the clipboard after 30 seconds, also when the screen is left meanwhile. */
export function useCopyKey(): (secret: string) => Promise<void> {
  const { platform } = usePopup()
  const announce = useAnnounce()

  async function write(text: string, done: string, refused: string): Promise<boolean> {
    const worked = await platform.copy(text).then(
      () => true,
      // The browser may refuse the clipboard, above all to a window that is not in front.
      () => false,
    )
    announce(worked ? done : refused)
    return worked
  }

  return async (secret) => {
    const worked = await write(
      secret,
      'Key copied. In 30 seconds the clipboard is emptied.',
      'The browser did not allow copying. Hold to show the key and write it down.',
    )
    if (!worked) return
    setTimeout(() => {
      void write(
        '',
        'The clipboard was emptied.',
        'The browser did not let Sotto empty the clipboard. Copy something else now.',
      )
    }, KEPT_MS)
  }
}
