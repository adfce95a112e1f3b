import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startDevnet } from '../devnet/index'
import { prepareGround } from './devnet-ground'
import { signTransactions } from './devnet-transactions'
import { measureQueries } from './devnet-queries'
import { type Figure, median } from './figure'

const ACCOUNTS = 4
const TRANSACTIONS = 2_000
const EMPTY_BLOCKS = 3_000
const STARTS = 5
const READY_WORDS = 'A local Secret Network'

/** How fast the local network is, as the README and docs/devnet.md promise. */
export async function measureDevnet(root: string): Promise<Figure[]> {
  const devnet = await startDevnet({ blockMs: 200 })
  try {
    const ground = await prepareGround(devnet)
    return [
      await measureStart(),
      await measureCommand(root),
      await measureTransactions(ground),
      ...(await measureMemory(ground)),
      await measureQueries(root, devnet),
    ]
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
  return { name: 'devnet: startDevnet() to ready', value: median(times), unit: 'ms', budget: { atMost: 1_000 } }
}
