import type { ReactNode } from 'react'
import { Facts } from '../parts/facts'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'

export function AboutScreen({ onBack }: { onBack: () => void }): ReactNode {
  const { platform } = usePopup()
  return (
    <Screen title="About" over="Settings" onBack={onBack}>
      <Facts
        rows={[
          { label: 'Version', value: platform.version },
          { label: 'Licence', value: 'Apache-2.0' },
        ]}
      />
      <p>
        Sotto talks to the nodes under Network and nodes, and to nobody else. It counts nothing and reports
        nothing.
      </p>
    </Screen>
  )
}
