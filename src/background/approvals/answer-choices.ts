/** What the person chooses about a question before they answer it. Stored with it, so that the next worker asks the same. */
import { checkedName } from '../accounts/account-book'
import type { ChosenFee } from '../fees/chosen-fee'
import type { ApprovalState, Question } from './approval-schema'
import { revised, withFee } from './approval-state'
import { contractsOf } from './viewing-key-question'

export interface AnswerChoices {
  /** Changes the fee of a question, which is then another one to look at. */
  chooseFee(id: string, fee: ChosenFee): Promise<void>
  /** Notes which of the viewing keys that are asked for the person would share. Throws `approval/gone`. */
  chooseViewingKeys(id: string, contracts: readonly string[]): Promise<void>
  /** Notes whether the yes would be for the viewing keys of all tokens. Throws `approval/gone`. */
  allowAlways(id: string, always: boolean): Promise<void>
  /** Notes the name that the person would rather have, where the site leaves it to them. Throws `approval/gone`, `accounts/name`. */
  chooseName(id: string, name: string): Promise<void>
}

interface AnswerChoicesParts {
  /** Throws `approval/gone`. */
  readonly find: (id: string) => Promise<Question>
  readonly update: (change: (state: ApprovalState) => ApprovalState) => Promise<ApprovalState>
  readonly changed: () => void
}

export function createAnswerChoices({ find, update, changed }: AnswerChoicesParts): AnswerChoices {
  return {
    async chooseFee(id, fee) {
      await update((state) => withFee(state, id, fee))
      changed()
    },

    async chooseViewingKeys(id, contracts) {
      await find(id)
      const chosen = new Set(contracts)
      await update((state) =>
        revised(state, { id, kind: 'share-viewing-keys' }, (_, question) => ({
          declined: contractsOf(question).filter((contract) => !chosen.has(contract)),
        })),
      )
      changed()
    },

    async allowAlways(id, always) {
      await find(id)
      await update((state) => revised(state, { id, kind: 'share-viewing-keys' }, () => ({ always })))
      changed()
    },

    async chooseName(id, name) {
      await find(id)
      const chosen = checkedName(name)
      await update((state) =>
        revised(state, { id, kind: 'rename' }, ({ editable }) => (editable ? { name: chosen } : {})),
      )
      changed()
    },
  }
}
