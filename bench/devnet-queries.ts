import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Devnet } from '../devnet/index'
import { type Figure, median } from './figure'

/** Milliseconds. */
interface Run {
  readonly latency: number
  readonly perQuery: number
}

/** What else happens on the machine makes a run slower, never faster; and the first run finds the node's code still cold. */
const RUNS = 3

/** Fifty encrypted questions at once, asked from another process. */
export async function measureQueries(root: string, devnet: Devnet): Promise<Figure[]> {
  const runs: Run[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await ask(root, devnet))
  const best = runs.reduce((one, other) => (other.latency < one.latency ? other : one))
  return [
    {
      name: 'devnet: each of 50 concurrent encrypted queries',
      value: best.latency,
      unit: 'ms',
      budget: { atMost: 5 },
      note: `median; ${best.perQuery.toFixed(2)} ms for one after another; the best of ${RUNS} runs`,
    },
  ]
}

/** The median latency of one question among the fifty, and the time for all by their number: the medians of many rounds. */
async function ask(root: string, { contracts: { sscrt }, lcdUrl, accounts }: Devnet): Promise<Run> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'bench/query-client.mjs'),
    lcdUrl,
    sscrt.address,
    sscrt.codeHash,
    accounts[0]?.address ?? '',
  ])
  const rounds: { latencies: number[]; perQuery: number }[] = JSON.parse(stdout)
  return {
    latency: median(rounds.map(({ latencies }) => median(latencies))),
    perQuery: median(rounds.map(({ perQuery }) => perQuery)),
  }
}
