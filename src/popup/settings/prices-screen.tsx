import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Facts } from '../parts/facts'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { Switch } from '../parts/switch'
import { VisibilityList } from '../parts/visibility-list'
import { Worth } from '../parts/worth'
import { usePopup } from '../popup-context'
import { usePrice } from '../use-price'
import { useRequest } from '../use-request'

/** Whether dollars stand beside the network's coin, and what asking for a price shows to whom. */
export function PricesScreen({ view, onBack }: { view: UnlockedView; onBack: () => void }): ReactNode {
  const { ask } = usePopup()
  const { error, run } = useRequest()
  return (
    <Screen title="Prices" over="Settings" onBack={onBack}>
      <Switch
        label="Show US dollars beside SCRT"
        on={view.price.kind !== 'off'}
        onChange={(show) => run(ask('setShowPrices', { show }), show ? 'Prices are on.' : 'Prices are off.')}
      />
      <PriceNow view={view} />
      <Problem text={error} />
      <Section title="Where a price comes from">
        <p>
          From a contract on the network itself: on Secret Network that is Shade Protocol’s oracle. Sotto asks
          it through the node that it uses anyway, and no other host.
        </p>
        <p>
          Sotto asks only while this is on and the wallet is open, and after an answer not again for five
          minutes. The figure stands below your balance and network fees, marked “about”, and decides nothing.
        </p>
      </Section>
      <Section title="Who sees what">
        <VisibilityList
          items={[
            {
              who: 'public',
              name: 'The node',
              text: 'That this contract is asked, when, and from which internet address, as it sees of all your questions.',
            },
            {
              who: 'contract',
              text: 'Which coin the price is asked for. The question is encrypted, and holds nothing of your accounts.',
            },
          ]}
        />
      </Section>
    </Screen>
  )
}

/** How it stands with the price. */
function PriceNow({ view: { network, price } }: { view: UnlockedView }): ReactNode {
  const known = usePrice(network)
  if (price.kind === 'off') return <p>Nobody is asked for a price.</p>
  if (price.kind === 'none')
    return <p>Nobody on this network says what its coin is worth, so nothing is asked.</p>
  if (known === undefined) return <p>No price is known now, so amounts stand without one.</p>
  const whole = `1${'0'.repeat(known.decimals)}`
  return <Facts rows={[{ label: '1 SCRT', value: <Worth of={network} amount={whole} /> }]} />
}
