import { expect } from 'vitest'
import { NodeView } from '../faults/node-view'
import type { Chain } from '../node/chain'
import { createLcdServer } from './lcd-server'

/** For tests: what the LCD of a chain answers, without a socket. */
export class LcdAsker {
  readonly #server: ReturnType<typeof createLcdServer>

  constructor(chain: Chain) {
    this.#server = createLcdServer(new NodeView(chain))
  }

  async ask(path: string): Promise<{ status: number; body: unknown }> {
    const answer = await this.#server.inject({ method: 'GET', url: path })
    return { status: answer.statusCode, body: answer.json() }
  }

  /** The body of an answer that must be good. */
  async body(path: string): Promise<unknown> {
    const answer = await this.ask(path)
    expect(answer).toMatchObject({ status: 200 })
    return answer.body
  }
}

/** An answer in the shape of the gateway's errors. */
export function refused(status: number, code: number, message: string) {
  return { status, body: { code, message, details: [] } }
}
