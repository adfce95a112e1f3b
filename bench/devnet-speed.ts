import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Devnet, startDevnet } from '../devnet/index'
import { prepareGround } from './devnet-ground'
import { measureQueries } from './devnet-queries'
import { type Ground, signTransactions } from './devnet-transactions'
import { type Figure, median } from './figure'

const ACCOUNTS = 4
const TRANSACTIONS = 2_000
const BATCH = 50
const EMPTY_BLOCKS = 2_000
const STARTS = 5
const READY_WORDS = 'A local Secret Network'

/** How fast the local network is, as docs/devnet.md promises. */
export async function measureDevnet(root: string): Promise<Figure[]> {
  const starts = [await measureStart(), await measureCommand(root)]
  const devnet = await startDevnet({ blockMs: 200 })
  try {
    const ground = await prepareGround(devnet)
    const queries = await measureQueries(root, devnet)
    return [...starts, ...queries, ...(await measureTransactions(ground))]
  } finally {
    await devnet.stop()
  }
}

async function measureStart(): Promise<Figure> {
  const times: number[] = []
  for (let start = 0; start < STARTS; start++) {
    const started = performance.now()
    const devnet = await startDevnet()
    times.push(performance.now() - started)
    await devnet.stop()
  }
  return {
    name: 'devnet: startDevnet() until it answers',
    value: median(times),
    unit: 'ms',
    budget: { atMost: 1_000 },
  }
}

/** From the command to its first words, which come when everything answers. The first run may have to bundle. */
async function measureCommand(root: string): Promise<Figure> {
  const times: number[] = []
  for (let start = 0; start <= STARTS; start++) times.push(await timeCommand(root))
  return {
    name: 'devnet: npm run devnet until it answers',
    value: median(times.slice(1)),
    unit: 'ms',
    budget: { atMost: 1_000 },
    note: `the first time ${(times[0] ?? 0).toFixed(0)} ms`,
  }
}

function timeCommand(root: string): Promise<number> {
  const ports = ['--lcd-port', '--rpc-port', '--control-port', '--faucet-port'].flatMap((name) => [name, '0'])
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, [join(root, 'scripts/devnet.mjs'), ...ports])
    child.once('error', reject)
    child.stdout.on('data', (text: Buffer) => {
      if (!text.toString().includes(READY_WORDS)) return
      const took = performance.now() - started
      child.once('exit', () => resolve(took))
      child.kill('SIGTERM')
    })
  })
}

/** Signed beforehand, sent over HTTP by as many senders as there are accounts, and timed until the last one is in a block. */
async function measureTransactions(ground: Ground): Promise<Figure[]> {
  const { devnet } = ground
  const signed = await signTransactions(ground, TRANSACTIONS / ACCOUNTS)
  const before = heapInUse()
  const cpu = process.cpuUsage()
  const started = performance.now()
  const halves = [0, TRANSACTIONS / ACCOUNTS / 2]
  const heaps: number[] = []
  for (const from of halves) {
    const part = signed.map((txs) => txs.slice(from, from + TRANSACTIONS / ACCOUNTS / 2))
    const hashes = await Promise.all(part.map((txs) => sendAll(devnet, txs)))
    await untilIncluded(
      devnet,
      hashes.flatMap((all) => all.slice(-1)),
    )
    heaps.push(heapInUse())
  }
  const seconds = (performance.now() - started) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const [half = 0, whole = 0] = heaps
  return [
    {
      name: `devnet: ${TRANSACTIONS} transactions of nine kinds`,
      value: TRANSACTIONS / seconds,
      unit: 'tx/s',
      budget: { atLeast: 200 },
      note: `${((user + system) / 1e6).toFixed(1)} s of processor time, the sender's included`,
    },
    {
      name: 'devnet: heap kept per transaction, second thousand',
      value: (whole - half) / (TRANSACTIONS / 2) / 1_000,
      unit: 'kB',
      budget: { atMost: 10 },
      note: `first thousand ${((half - before) / (TRANSACTIONS / 2) / 1_000).toFixed(1)} kB`,
    },
    measureEmptyBlocks(devnet),
  ]
}

/** Blocks without transactions must not add up: only the last ones are kept. */
function measureEmptyBlocks(devnet: Devnet): Figure {
  const make = (count: number): void => {
    for (let block = 0; block < count; block++) devnet.nextBlock()
  }
  // The first ones fill what is kept of blocks and of earlier states.
  make(EMPTY_BLOCKS)
  const before = heapInUse()
  make(EMPTY_BLOCKS)
  return {
    name: 'devnet: heap kept per empty block',
    value: Math.max(0, heapInUse() - before) / EMPTY_BLOCKS / 1_000,
    unit: 'kB',
    budget: { atMost: 0.1 },
  }
}

/** One account's transactions in their order. Throws when one is refused. */
async function sendAll({ lcdUrl }: Devnet, txs: readonly Uint8Array[]): Promise<string[]> {
  const hashes: string[] = []
  for (const tx of txs) {
    const answer = await fetch(`${lcdUrl}/cosmos/tx/v1beta1/txs`, {
      method: 'POST',
      body: JSON.stringify({ tx_bytes: Buffer.from(tx).toString('base64'), mode: 'BROADCAST_MODE_SYNC' }),
    })
    const { tx_response: found } = (await answer.json()) as {
      tx_response: { code: number; raw_log: string; txhash: string }
    }
    if (found.code !== 0) throw new Error(found.raw_log)
    hashes.push(found.txhash)
  }
  return hashes
}

async function untilIncluded({ lcdUrl }: Devnet, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) {
    for (;;) {
      const answer = await fetch(`${lcdUrl}/cosmos/tx/v1beta1/txs/${hash}`)
      const { tx_response: found } = (await answer.json()) as {
        tx_response?: { code: number; raw_log: string }
      }
      if (found?.code === 0) break
      if (found !== undefined) throw new Error(found.raw_log)
      await new Promise((resolve) => setTimeout(resolve, BATCH))
    }
  }
}

/** Bytes in use after everything unused was given back. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
