import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Devnet } from '../devnet/index'
import { type Figure, median } from './figure'

interface Round {
  readonly latencies: readonly number[]
  /** Milliseconds for all of them, by their number. */
  readonly perQuery: number
}

/** Fifty encrypted questions at once, asked from another process. */
export async function measureQueries(root: string, devnet: Devnet): Promise<Figure[]> {
  const { sscrt } = devnet.contracts
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'bench/query-client.mjs'),
    devnet.lcdUrl,
    sscrt.address,
    sscrt.codeHash,
    devnet.accounts[0]?.address ?? '',
  ])
  const rounds: Round[] = JSON.parse(stdout)
  return [
    {
      name: 'devnet: each of 50 concurrent encrypted queries',
      value: median(rounds.map(({ perQuery }) => perQuery)),
      unit: 'ms',
      budget: { atMost: 5 },
    },
    {
      name: 'devnet: wait of one among 50 concurrent queries',
      value: median(rounds.map(({ latencies }) => median(latencies))),
      unit: 'ms',
      budget: undefined,
    },
  ]
}
