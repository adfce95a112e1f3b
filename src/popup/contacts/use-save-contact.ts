import type { ContactView } from '../../messages/popup'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'

interface SaveContact {
  readonly error: string | undefined
  readonly busy: boolean
  readonly save: (draft: ContactView) => Promise<void>
}

/** Saves an entry; one whose address changed takes the place of the old one, never before it is there itself. */
export function useSaveContact(before: ContactView | undefined, onSaved: () => void): SaveContact {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()

  async function save({ address, name, note }: ContactView): Promise<void> {
    if (busy) return
    const entry = { address: address.trim(), name: name.trim(), note: note.trim() }
    const saved = await run(ask('saveContact', entry), 'Saved in the address book.')
    if (saved.kind === 'error') return
    if (before !== undefined && before.address !== entry.address) {
      const removed = await run(ask('removeContact', { address: before.address }))
      if (removed.kind === 'error') return
    }
    onSaved()
  }

  return { error, busy, save }
}
