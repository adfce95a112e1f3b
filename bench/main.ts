import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { measureDevnet } from './devnet-speed'
import { type Figure, withinBudget } from './figure'
import { measureInBrowser } from './in-browser'
import { measureScripts } from './script-sizes'
import { measureTxEncryption } from './tx-encryption'

/** Measures everything, prints the table, writes bench/latest.json; whether every budget is kept. */
export async function runBench(root: string): Promise<boolean> {
  const figures = [
    ...measureScripts(root),
    ...(await measureTxEncryption()),
    ...(await measureDevnet(root)),
    ...(await measureInBrowser()),
  ]
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', node: process.version }
  const measured = new Date().toISOString().slice(0, 10)
  writeFileSync(
    join(root, 'bench/latest.json'),
    `${JSON.stringify({ measured, machine, figures }, null, 2)}\n`,
  )
  for (const figure of figures) process.stdout.write(`${line(figure)}\n`)
  return figures.every(withinBudget)
}

function line(figure: Figure): string {
  const { name, value, unit, budget, note } = figure
  const said =
    budget === undefined ? '' : 'atMost' in budget ? `at most ${budget.atMost}` : `at least ${budget.atLeast}`
  const mark = withinBudget(figure) ? 'ok  ' : 'OVER'
  return `${mark} ${name.padEnd(52)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(3)} ${said.padEnd(13)} ${note ?? ''}`.trimEnd()
}
