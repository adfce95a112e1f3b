import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Facts } from '../parts/facts'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { usePopup } from '../popup-context'
import { AutoLockPart } from './auto-lock-part'
import { NetworkPart } from './network-part'
import { NodePart } from './node-part'

export function SettingsScreen({ view }: { view: UnlockedView }): ReactNode {
  const { platform } = usePopup()
  const current = view.networks.find(({ chainId }) => chainId === view.network.chainId)
  return (
    <Screen title="Settings">
      <NetworkPart networks={view.networks} current={view.network.chainId} />
      {current && <NodePart key={current.chainId} network={current} />}
      <AutoLockPart minutes={view.autoLockMinutes} />
      <Section title="About">
        <Facts
          rows={[
            { label: 'Version', value: platform.version },
            { label: 'Licence', value: 'Apache-2.0' },
          ]}
        />
        <p>Sotto talks to the nodes above and to nobody else. It counts nothing and reports nothing.</p>
      </Section>
    </Screen>
  )
}
