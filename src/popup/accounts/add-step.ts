import type { UnlockedView } from '../../messages/popup'

/** What every way to one more account gets. */
export interface AddStep {
  readonly view: UnlockedView
  readonly onBack: () => void
  readonly onAdded: (address: string) => void
}
