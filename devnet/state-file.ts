import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ChainState } from './node/chain-state'

const VERSION = 5

/** Keeps the chain in a file: whole or not at all, and one write at a time. */
export class StateFile {
  readonly #path: string
  #pending: ChainState | undefined
  #writing: Promise<void> | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** What an earlier run left, or undefined; throws when it belongs to another chain, other keys or another version. */
  read(expected: Pick<ChainState, 'chainId' | 'ioPublicKey'>): ChainState | undefined {
    if (!existsSync(this.#path)) return undefined
    const state = this.#parse(readFileSync(this.#path, 'utf8'))
    if (state.version !== VERSION) throw this.#refused(`expected version ${VERSION}, got ${state.version}`)
    for (const key of ['chainId', 'ioPublicKey'] as const) {
      if (state[key] !== expected[key])
        throw this.#refused(`expected ${key} ${expected[key]}, got ${state[key]}`)
    }
    return state
  }

  /** Writes the newest state; while a write is under way, only the last of the waiting ones is kept. */
  save(state: ChainState): void {
    this.#pending = state
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
  }

  /** Resolves when everything saved so far is on disk. */
  async flush(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    while (this.#pending !== undefined) {
      const state = this.#pending
      this.#pending = undefined
      const temporary = `${this.#path}.${process.pid}.tmp`
      await mkdir(dirname(this.#path), { recursive: true })
      await writeFile(temporary, JSON.stringify(state))
      await rename(temporary, this.#path)
    }
  }

  #parse(text: string): ChainState {
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value !== 'object' || value === null) throw new SyntaxError('expected an object')
      return value as ChainState
    } catch (cause) {
      throw this.#refused('it is not JSON', cause)
    }
  }

  #refused(reason: string, cause?: unknown): Error {
    return new Error(
      `The state file ${this.#path} cannot be used: ${reason}. Delete it to start a new chain.`,
      { cause },
    )
  }
}
