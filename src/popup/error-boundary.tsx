import { Component, type ReactNode } from 'react'
import { Button } from './parts/button'
import { Screen } from './parts/screen'

/** What stands when a screen breaks: the wallet itself lives in the background and is not touched by it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <Screen
        title="This screen broke"
        footer={
          <Button look="primary" wide onClick={() => location.reload()}>
            Open it again
          </Button>
        }
      >
        <p>Your wallet is safe and nothing was signed. Only what was typed on this screen is lost.</p>
      </Screen>
    )
  }
}
