import type { CDPSession } from '@playwright/test'
import type { ExtensionBrowser } from '../e2e/browser'
import { type Figure, median } from './figure'

const ROUNDS = 31

interface TraceEvent {
  readonly name: string
  readonly dur?: number
  readonly args?: { readonly data?: { readonly url?: string } }
}

/** What both content scripts cost a page at document_start: compile and run, by the browser's own trace. */
export async function measurePageCost(browser: ExtensionBrowser, url: string): Promise<Figure[]> {
  const page = await browser.context.newPage()
  const session = await browser.context.newCDPSession(page)
  await page.goto(url)
  const costs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = await traced(session, () => page.goto(url))
    const ours = events.filter(
      ({ name, args }) =>
        name === 'EvaluateScript' && args?.data?.url?.includes(browser.extensionId) === true,
    )
    if (ours.length === 0) throw new Error('The trace shows no content script of ours.')
    costs.push(ours.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000)
  }
  await page.close()
  return [
    { name: 'page cost of both content scripts', value: median(costs), unit: 'ms', budget: { atMost: 1 } },
  ]
}

async function traced(session: CDPSession, act: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }): void => {
    events.push(...(value as TraceEvent[]))
  }
  session.on('Tracing.dataCollected', collect)
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] } })
  await act()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', collect)
  return events
}
