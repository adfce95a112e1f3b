import './tokens.css'
import './base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { createAsk } from './ask'
import { ErrorBoundary } from './error-boundary'
import { ApprovalQueue } from './first-screens'
import { Announcer } from './parts/announcer'
import { extensionPlatform } from './platform'
import { PopupProvider } from './popup-context'
import { createViewStore, followView } from './view-store'

const platform = extensionPlatform()
const store = createViewStore()
followView(store, platform)
document.documentElement.dataset['mode'] = platform.mode

// Side by side with the first view, not after it.
if (platform.mode === 'approval') void ApprovalQueue.preload()

const root = document.getElementById('root')
if (root === null) throw new Error('expected #root in popup.html')
createRoot(root).render(
  <PopupProvider popup={{ platform, store, ask: createAsk(platform) }}>
    <Announcer>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </Announcer>
  </PopupProvider>,
)
