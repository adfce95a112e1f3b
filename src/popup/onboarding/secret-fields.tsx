import { type ReactNode, type Ref, useId } from 'react'
import { Disclosure } from '../parts/disclosure'
import { PasswordField, SecretArea } from '../parts/field'
import type { BeginProblem } from './begin-problem'
import { countWords } from './count-words'
import css from './onboarding.module.css'
import { NO_KEY, NO_PHRASE, type SecretDraft } from './secret-draft'

interface SecretFieldsProps {
  readonly draft: SecretDraft
  readonly onType: (draft: SecretDraft) => void
  /** The person said that the words are right, or took that back: the problem stands, and what is sent differs. */
  readonly onTick: (draft: SecretDraft) => void
  readonly problem: BeginProblem | undefined
  readonly areaRef: Ref<HTMLTextAreaElement>
}

const KINDS = [
  { label: 'Recovery phrase', empty: NO_PHRASE },
  { label: 'Private key', empty: NO_KEY },
] as const

/** The fields for what accounts come from: a recovery phrase with what may belong to it, or a private key. */
export function SecretFields({ draft, onType, onTick, problem, areaRef }: SecretFieldsProps): ReactNode {
  const name = useId()
  const error = problem?.at === 'secret' ? problem.text : undefined
  const unlisted = problem?.code === 'mnemonic/unlisted'
  return (
    <>
      <fieldset className={css['kinds']}>
        <legend className={css['spoken']}>What you bring</legend>
        {KINDS.map(({ label, empty }) => (
          <label key={label} className={css['kind']}>
            <input
              type="radio"
              name={name}
              checked={draft.kind === empty.kind}
              onChange={() => onType(empty)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {draft.kind === 'phrase' ? (
        <PhraseFields {...{ draft, onType, onTick, error, unlisted, areaRef }} />
      ) : (
        <SecretArea
          label="Digits of the key"
          rows={3}
          value={draft.privateKey}
          onChange={(privateKey) => onType({ ...draft, privateKey })}
          error={error}
          hint="64 of them, from 0 to 9 and a to f. They lead to one account."
          areaRef={areaRef}
        />
      )}
    </>
  )
}

type PhraseDraft = Extract<SecretDraft, { kind: 'phrase' }>

interface PhraseFieldsProps {
  readonly draft: PhraseDraft
  readonly onType: (draft: PhraseDraft) => void
  readonly onTick: (draft: PhraseDraft) => void
  readonly error: string | undefined
  /** True when the words are in no list that Sotto has. */
  readonly unlisted: boolean
  readonly areaRef: Ref<HTMLTextAreaElement>
}

function PhraseFields({ draft, onType, onTick, error, unlisted, areaRef }: PhraseFieldsProps): ReactNode {
  return (
    <>
      <SecretArea
        label="Words of the phrase"
        rows={4}
        value={draft.phrase}
        onChange={(phrase) => onType({ ...draft, phrase, unlisted: false })}
        error={error}
        hint={<span className={css['count']}>{countText(countWords(draft.phrase))}</span>}
        areaRef={areaRef}
      />
      {(unlisted || draft.unlisted) && (
        <label className={css['tick']}>
          <input
            type="checkbox"
            checked={draft.unlisted}
            onChange={(event) => onTick({ ...draft, unlisted: event.target.checked })}
          />
          The words are right as they stand
        </label>
      )}
      <Disclosure summary="Extra passphrase">
        <p>
          Only if you chose one when you made this phrase. It is not the wallet’s password, and it is not
          checked: another passphrase opens another, empty wallet.
        </p>
        <PasswordField
          kind="off"
          label="Extra passphrase (BIP-39)"
          value={draft.passphrase}
          onChange={(passphrase) => onType({ ...draft, passphrase })}
        />
      </Disclosure>
    </>
  )
}

function countText(count: number): string {
  if (count === 0) return '12, 15, 18, 21 or 24 words, in any language'
  return count === 1 ? '1 word so far' : `${count} words so far`
}
