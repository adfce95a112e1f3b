import { Fields } from './fields'
import { quote } from './json-text'
import { Outcome } from './outcome'

/** What a contract answers to everything but a query. The generations write it, and what it asks for, differently. */
export abstract class Response extends Outcome {
  messages: string[] = []
  /** Base64 text. */
  data: string | null = null

  /** Asks the chain to carry out a message; the options are those of the command that wants it. */
  abstract send(message: string, options: Fields): void
  abstract log(key: string, value: string, encrypted: bool): void

  abstract executeMessage(contract: string, codeHash: string, message: string, funds: string): string
  abstract instantiateMessage(fields: Fields): string
  abstract bankMessage(from: string, to: string, coins: string): string
  abstract voteMessage(proposal: string, vote: string): string

  /** The failure if there is one, else the answer. */
  abstract toJson(): string

  protected dataJson(): string {
    const data = this.data
    return data === null ? 'null' : quote(data)
  }
}
