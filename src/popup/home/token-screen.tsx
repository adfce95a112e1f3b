import { type ReactNode, useState } from 'react'
import type { TokenView, UnlockedView } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Button } from '../parts/button'
import { Facts } from '../parts/facts'
import { Identicon } from '../parts/identicon'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { SeenBy } from '../parts/veil'
import { usePopup } from '../popup-context'
import { Balance } from './balance'
import css from './token-screen.module.css'

interface TokenScreenProps {
  readonly view: UnlockedView
  readonly contract: string
  readonly onBack: () => void
}

export function TokenScreen({ view, contract, onBack }: TokenScreenProps): ReactNode {
  const token = view.tokens.find((one) => one.contract === contract)
  if (token === undefined) {
    return (
      <Screen title="Token" onBack={onBack}>
        <p>This token is not in your list any more.</p>
      </Screen>
    )
  }
  return (
    <Screen title={<PlainText text={token.name} />} over="Private token" onBack={onBack}>
      <div className={css['balance']}>
        <Identicon text={contract} size={44} shape="disc" />
        {token.hasViewingKey && (
          <Balance balance={token.balance} decimals={token.decimals} symbol={token.symbol} size="display" />
        )}
        <SeenBy eyes="only-you">Only you, and whom you gave a viewing key or permit</SeenBy>
      </div>
      {!token.hasViewingKey && (
        <Notice level="note" title="No viewing key">
          The contract tells a balance only to who has its viewing key. A site that uses this token can set
          one with you.
        </Notice>
      )}
      <Facts
        rows={[
          { label: 'Symbol', value: <PlainText text={token.symbol} /> },
          { label: 'Decimals', value: String(token.decimals) },
          { label: 'Contract', value: <AddressText address={contract} full />, below: true },
        ]}
      />
      <RemoveToken token={token} onRemoved={onBack} />
    </Screen>
  )
}

function RemoveToken({ token, onRemoved }: { token: TokenView; onRemoved: () => void }): ReactNode {
  const { ask } = usePopup()
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<string>()

  async function remove(): Promise<void> {
    const reply = await ask('removeToken', { contract: token.contract })
    if (reply.kind === 'error') return setError(reply.error.message)
    onRemoved()
  }

  if (!sure) {
    return (
      <div className={css['remove']}>
        <Button look="text" onClick={() => setSure(true)}>
          Remove from the list
        </Button>
      </div>
    )
  }
  return (
    <div className={css['sure']}>
      <p>
        The tokens stay yours. Sotto forgets the viewing key it has for them
        {token.hasViewingKey ? '' : ', if any'}.
      </p>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
      <div className={css['answers']}>
        <Button wide onClick={() => setSure(false)}>
          Keep
        </Button>
        <Button wide look="risk" onClick={remove}>
          Remove
        </Button>
      </div>
    </div>
  )
}
