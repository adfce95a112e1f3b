import type { ReactNode } from 'react'
import type { ActivitySummary, UnlockedView } from '../../messages/popup'
import { useAmountsHidden } from '../amounts-hidden'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Redacted } from '../parts/redacted'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import css from './activity-screen.module.css'
import { groupByDay } from './day-groups'
import { STATUS_WORD, StatusSign } from './status-sign'
import type { OlderActivity } from './use-older-activity'

interface ActivityProps {
  readonly view: UnlockedView
  readonly older: OlderActivity
  readonly go: Go
}

export function ActivityScreen({ view, older, go }: ActivityProps): ReactNode {
  const { platform } = usePopup()
  const items = [...view.activity, ...older.items]
  if (items.length === 0) {
    return (
      <Screen title="Activity">
        <p className={css['empty']}>
          Nothing yet. What you sign appears here and opens to what you sent and what the contract answered.
        </p>
      </Screen>
    )
  }
  return (
    <Screen title="Activity">
      {groupByDay(items, platform.now()).map(({ day, items: ofDay }) => (
        <Section key={day} title={<span className={css['day']}>{day}</span>}>
          <ul>
            {ofDay.map((item) => (
              <Row key={item.id} item={item} onOpen={() => go({ kind: 'entry', id: item.id })} />
            ))}
          </ul>
        </Section>
      ))}
      {older.error !== undefined && (
        <Notice level="error" live>
          {older.error}
        </Notice>
      )}
      {older.more && (
        <Button wide busy={older.busy} onClick={older.load}>
          Show older
        </Button>
      )}
    </Screen>
  )
}

function Row({ item, onOpen }: { item: ActivitySummary; onOpen: () => void }): ReactNode {
  const { hidden } = useAmountsHidden()
  return (
    <li>
      <button type="button" className={css['row']} onClick={onOpen}>
        <StatusSign status={item.status} />
        <span className={css['body']}>
          <span className={css['title']}>
            <PlainText text={item.title} />
          </span>
          <span className={css['sentence']}>
            {hidden ? <Redacted label="Details hidden" width="long" /> : <PlainText text={item.sentence} />}
          </span>
          <span className={css['meta']}>
            <span className={css[item.status]}>{STATUS_WORD[item.status]}</span>
            <When at={item.createdAt} />
          </span>
        </span>
      </button>
    </li>
  )
}
