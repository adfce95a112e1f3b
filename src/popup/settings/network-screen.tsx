import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Screen } from '../parts/screen'
import { NetworkPart } from './network-part'
import { NetworkRemoval } from './network-removal'
import { NodePart } from './node-part'

export function NetworkScreen({ view, onBack }: { view: UnlockedView; onBack: () => void }): ReactNode {
  const current = view.networks.find(({ chainId }) => chainId === view.network.chainId)
  return (
    <Screen title="Network and nodes" over="Settings" onBack={onBack}>
      <NetworkPart networks={view.networks} current={view.network.chainId} />
      {current && <NodePart key={current.chainId} network={current} />}
      <NetworkRemoval networks={view.networks} />
    </Screen>
  )
}
