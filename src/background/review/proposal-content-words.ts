/** Words for what a proposal of the older kind asks for. */
import type { ChainMessageOf, ProposalContent } from '../../chain/codec/index'
import type { Fact } from '../../messages/popup'
import { coinsWords } from './coin-words'
import { momentWords } from './moment-words'
import { passedFact } from './passed-message'
import { type ProposedWords, submitWords, UNREAD } from './proposal-words'
import { safeText } from './safe-text'
import { fact, type MessageWords, short, words } from './words'

/** A proposal as the newer kind holds it: the network turns the one into the other. */
export function submitContentWords({ content, ...message }: ChainMessageOf<'submit-content'>): MessageWords {
  const read = content?.kind === 'unknown' ? undefined : content
  const proposed = read?.kind === 'text' ? [] : [contentWords(content)]
  return submitWords(
    {
      ...message,
      title: read?.title ?? UNREAD,
      summary: read?.description ?? '',
      metadata: '',
      expedited: false,
    },
    proposed,
  )
}

export function legacyContentWords({ content }: ChainMessageOf<'legacy-content'>): MessageWords {
  const proposed = contentWords(content)
  const read = content?.kind === 'unknown' ? undefined : content
  return words({
    title: 'Run a proposal of the older kind',
    sentence: proposed?.sentence ?? `Do ${UNREAD}`,
    facts: [
      ...(read === undefined ? [] : [fact('Title', read.title), passedFact('Description', read.description)]),
      ...(proposed?.facts ?? []),
    ],
    whole: proposed !== undefined,
  })
}

function contentWords(content: ProposalContent | undefined): ProposedWords {
  switch (content?.kind) {
    case undefined:
    case 'unknown':
      return undefined
    case 'text':
      return { sentence: 'Nothing happens by itself', facts: [] }
    case 'pool-spend':
      return {
        sentence: `Pay ${coinsWords(content.amount)} from the community pool to ${short(content.recipient)}`,
        facts: [fact('To', content.recipient)],
      }
    case 'parameter-change': {
      const { changes } = content
      return {
        sentence: `Change ${changes.length === 1 ? 'a setting' : `${changes.length} settings`} of the network`,
        facts: changes.map(({ subspace, key, value }) =>
          passedFact(`Setting ${safeText(`${subspace}/${key}`, 80)}`, value),
        ),
      }
    }
    case 'software-upgrade':
      return upgradeWords(content.plan)
    case 'cancel-software-upgrade':
      return { sentence: 'Call off the planned upgrade of the network', facts: [] }
    default:
      return content satisfies never
  }
}

type Plan = Extract<ProposalContent, { readonly kind: 'software-upgrade' }>['plan']

/** The chain refuses a plan with a client, or with a time other than the first second of year 1. */
function upgradeWords({ name, height, time, info, clientState }: Plan): ProposedWords {
  if (clientState !== undefined) return undefined
  const facts: readonly Fact[] = [
    ...(time === undefined || time.seconds === NO_TIME
      ? []
      : [fact('Upgrade at', momentWords(time.seconds) ?? 'a moment that is no date')]),
    ...(info === '' ? [] : [passedFact('About the upgrade', info)]),
  ]
  return { sentence: `Upgrade the network to “${safeText(name, 80)}” at block ${height}`, facts }
}

const NO_TIME = -62_135_596_800n
