import { page } from './page'

/** What an action shows when it is done. */
export interface Outcome {
  readonly text: string
  readonly hash?: string
}

/** One line on the receipt, from the moment something is asked until it is settled. */
export class ReceiptLine {
  readonly #item = document.createElement('li')
  readonly #text = document.createElement('p')

  constructor(title: string, waiting: string) {
    const heading = document.createElement('strong')
    heading.textContent = title
    const time = document.createElement('time')
    time.textContent = new Date().toLocaleTimeString('en', { hour12: false })
    this.#item.append(time, heading, this.#text)
    this.#show('pending', waiting)
    page.log.prepend(this.#item)
  }

  done({ text, hash }: Outcome): void {
    this.#show('ok', text)
    this.#showHash(hash)
  }

  failed(text: string, hash?: string): void {
    this.#show('error', text)
    this.#showHash(hash)
  }

  #show(state: 'pending' | 'ok' | 'error', text: string): void {
    this.#item.dataset['state'] = state
    this.#text.textContent = text
    page.status.dataset['state'] = state
    page.status.textContent = text
  }

  #showHash(hash: string | undefined): void {
    if (hash === undefined) return
    const code = document.createElement('code')
    code.title = `Transaction ${hash}`
    code.textContent = `${hash.slice(0, 12)}…${hash.slice(-6)}`
    this.#item.append(code)
  }
}
