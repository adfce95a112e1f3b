import { describe, expect, it } from 'vitest'
import { CHAINS } from '../chain/index'
import { parseAddress } from '../domain/index'
import { createRefresh } from './refresh'
import { VaultError } from './vault/vault-error'

const [CHAIN] = CHAINS
const ADDRESS = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')

function setup(options: { locked?: boolean; fail?: Error } = {}): {
  refresh: ReturnType<typeof createRefresh>
  asked: string[]
  release: (() => void)[]
  time: { now: number }
} {
  if (CHAIN === undefined) throw new Error('no chains')
  const asked: string[] = []
  const release: (() => void)[] = []
  const time = { now: 0 }
  const refresh = createRefresh({
    vault: {
      status: async () => (options.locked === true ? 'locked' : 'unlocked'),
      account: async () => ({
        name: 'Account 1',
        address: ADDRESS,
        colour: 0,
        hidden: false,
        publicKey: new Uint8Array(33),
        key: { secretId: 's1' },
      }),
    },
    networks: {
      active: async () => CHAIN,
      checkHealth: async () => void asked.push('health'),
      crossCheck: async () => void asked.push('key'),
    },
    balance: {
      async refresh() {
        asked.push('balance')
        if (options.fail !== undefined) throw options.fail
        await new Promise<void>((resolve) => release.push(resolve))
      },
    },
    tokens: { refresh: async () => void asked.push('tokens') },
    prices: { refresh: async () => void asked.push('price') },
    clock: () => time.now,
  })
  return { refresh, asked, release, time }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('refresh', () => {
  it('asks for everything at once', async () => {
    const { refresh, asked, release } = setup()
    const done = refresh.now()
    await turn()
    expect(asked).toEqual(['health', 'key', 'balance', 'tokens', 'price'])
    release[0]?.()
    await done
  })

  it('asks once more for all who came while it ran', async () => {
    const { refresh, asked, release } = setup()
    const all = [refresh.now(), refresh.now(), refresh.now()]
    await turn()
    release[0]?.()
    await turn()
    release[1]?.()
    await Promise.all(all)
    expect(asked.filter((what) => what === 'balance')).toHaveLength(2)
  })

  it('leaves what is fresh alone', async () => {
    const { refresh, asked, release, time } = setup()
    const first = refresh.ifStale()
    await turn()
    release[0]?.()
    await first
    await refresh.ifStale()
    expect(asked).toHaveLength(5)
    time.now += 6_000
    const second = refresh.ifStale()
    await turn()
    release[1]?.()
    await second
    expect(asked).toHaveLength(10)
  })

  it('asks nothing while locked, and gives up quietly when it is locked meanwhile', async () => {
    const locked = setup({ locked: true })
    await locked.refresh.now()
    expect(locked.asked).toEqual([])
    await setup({ fail: new VaultError('vault/locked') }).refresh.now()
    await expect(setup({ fail: new Error('a fault') }).refresh.now()).rejects.toThrow('a fault')
  })
})
