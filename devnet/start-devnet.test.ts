import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Mnemonic, SigningKey } from '../src/crypto/index'
import { addressFromBytes } from '../src/domain/index'
import { DEV_ACCOUNTS } from './accounts'
import { type Devnet, type DevnetOptions, startDevnet } from './start-devnet'

const folder = mkdtempSync(join(tmpdir(), 'devnet-'))
afterAll(() => rmSync(folder, { recursive: true }))

const NEWCOMER = 'secret1rq5a0xrzfhz39ndhdqyqn6tukd9qwtarpvcj6v'

async function json(url: string): Promise<Record<string, unknown>> {
  return (await fetch(url)).json()
}

async function balance(devnet: Devnet): Promise<unknown> {
  const url = `${devnet.lcdUrl}/cosmos/bank/v1beta1/balances/${NEWCOMER}/by_denom?denom=uscrt`
  const { balance: found } = (await json(url)) as { balance: { amount: string } }
  return found.amount
}

async function waitForTx(devnet: Devnet, hash: unknown): Promise<Record<string, unknown>> {
  for (;;) {
    const response = await fetch(`${devnet.lcdUrl}/cosmos/tx/v1beta1/txs/${hash}`)
    if (response.ok) return ((await response.json()) as { tx_response: Record<string, unknown> }).tx_response
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function withDevnet(options: DevnetOptions, work: (devnet: Devnet) => Promise<void>): Promise<void> {
  const devnet = await startDevnet({ blockMs: 20, ...options })
  try {
    await work(devnet)
  } finally {
    await devnet.stop()
  }
}

describe('accounts', () => {
  it('belong to their phrases', async () => {
    for (const { mnemonic, address } of DEV_ACCOUNTS) {
      const key = SigningKey.fromSeed(await Mnemonic.fromText(mnemonic).seed(), {
        coinType: 529,
        account: 0,
        change: 0,
        index: 0,
      })
      expect(addressFromBytes(key.accountBytes())).toBe(address)
    }
  })
})

describe('startDevnet', () => {
  it('runs several networks side by side, each its own', async () => {
    await withDevnet({}, (one) =>
      withDevnet({ seed: 'other', chainId: 'secretdev-2' }, async (two) => {
        const key = (devnet: Devnet) => json(`${devnet.lcdUrl}/registration/v1beta1/tx-key`)
        expect(await key(one)).not.toEqual(await key(two))
        expect(two.chainId).toBe('secretdev-2')
        expect(one.contracts).toEqual(two.contracts)
        await json(`${one.faucetUrl}/faucet?address=${NEWCOMER}`)
        await new Promise((resolve) => setTimeout(resolve, 60))
        expect([await balance(one), await balance(two)]).toEqual(['1000000000', '0'])
      }),
    )
  })

  it('refuses a port that is taken, and leaves none open', async () => {
    await withDevnet({}, async ({ lcdUrl, faucetUrl }) => {
      const port = (url: string) => Number(new URL(url).port)
      await expect(startDevnet({ lcdPort: port(lcdUrl) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
      await expect(startDevnet({ faucetPort: port(faucetUrl) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    })
  })

  it('is ready within a second, with two nodes that share one chain', async () => {
    const started = performance.now()
    await withDevnet({ nodes: 2 }, async ({ nodes, lcdUrl, rpcUrl, faults, nextBlock }) => {
      expect(performance.now() - started).toBeLessThan(1_000)
      expect(nodes[0]).toMatchObject({ lcdUrl, rpcUrl, faults })
      expect(new Set(nodes.flatMap((node) => [node.lcdUrl, node.rpcUrl])).size).toBe(4)
      const height = String(nextBlock())
      for (const node of nodes) {
        expect(await json(`${node.rpcUrl}/block?height=${height}`)).toMatchObject({
          result: { block: { header: { height } } },
        })
      }
    })
  })

  it('stops at once, even with connections open', async () => {
    const devnet = await startDevnet()
    await json(`${devnet.lcdUrl}/cosmos/base/tendermint/v1beta1/syncing`)
    const started = performance.now()
    await devnet.stop()
    expect(performance.now() - started).toBeLessThan(500)
    await expect(fetch(devnet.lcdUrl)).rejects.toThrow()
  })
})

describe('faucet', () => {
  it('sends by real transactions, several in one block too', async () => {
    await withDevnet({ blockMs: 60 }, async (devnet) => {
      expect(await json(`${devnet.faucetUrl}/status`)).toEqual({
        faucet_address: expect.stringMatching(/^secret1/),
        amount: '1000000000',
      })
      const asked = [1, 2].map(() => json(`${devnet.faucetUrl}/faucet?address=${NEWCOMER}`))
      for (const { txhash } of await Promise.all(asked)) {
        expect(await waitForTx(devnet, txhash)).toMatchObject({ code: 0 })
      }
      expect(await balance(devnet)).toBe('2000000000')
    })
  })

  it.each(['', '?address=', '?address=cosmos1abc'])('refuses %j', async (query) => {
    await withDevnet({}, async ({ faucetUrl }) => {
      expect((await fetch(`${faucetUrl}/faucet${query}`)).status).toBe(400)
    })
  })
})

describe('state file', () => {
  it('brings everything back', async () => {
    const stateFile = join(folder, 'inner', 'state.json')
    let hash: unknown
    let height = 0
    await withDevnet({ stateFile }, async (devnet) => {
      hash = (await json(`${devnet.faucetUrl}/faucet?address=${NEWCOMER}`))['txhash']
      height = Number((await waitForTx(devnet, hash))['height'])
    })
    await withDevnet({ stateFile }, async (devnet) => {
      expect(await balance(devnet)).toBe('1000000000')
      expect(await waitForTx(devnet, hash)).toMatchObject({ height: String(height), code: 0 })
      const block = await json(`${devnet.lcdUrl}/cosmos/base/tendermint/v1beta1/blocks/${height}`)
      expect(block).toMatchObject({ block: { data: { txs: [expect.any(String)] } } })
      const again = await json(`${devnet.faucetUrl}/faucet?address=${NEWCOMER}`)
      const { height: later } = await waitForTx(devnet, again['txhash'])
      expect(Number(later)).toBeGreaterThan(height)
    })
    expect(readdirSync(join(folder, 'inner'))).toEqual(['state.json'])
  })

  it('must be writable from the start', async () => {
    await expect(startDevnet({ stateFile: '/dev/null/state.json' })).rejects.toMatchObject({
      code: 'EEXIST',
    })
  })

  it('is not used when it is something else', async () => {
    const stateFile = join(folder, 'state.json')
    await withDevnet({ stateFile }, async () => undefined)
    const good = JSON.parse(readFileSync(stateFile, 'utf8'))
    await expect(startDevnet({ stateFile, seed: 'other' })).rejects.toThrow('expected ioPublicKey')
    await expect(startDevnet({ stateFile, chainId: 'secretdev-2' })).rejects.toThrow(
      'expected chainId secretdev-2',
    )
    writeFileSync(stateFile, JSON.stringify({ ...good, version: 1 }))
    await expect(startDevnet({ stateFile })).rejects.toThrow('expected version 5, got 1')
    writeFileSync(stateFile, '{"version":5')
    await expect(startDevnet({ stateFile })).rejects.toThrow('it is not JSON')
  })
})
