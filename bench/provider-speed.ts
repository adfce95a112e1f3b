import type { Page } from '@playwright/test'
import { killWorker } from '../e2e/browser'
import type { ApprovalSubject } from './approval-speed'
import { type Figure, median } from './figure'

/** How long a connected page waits for an answer that needs nobody: with the worker running, and with the worker killed. */
export async function measureProvider({ browser, page, quiet }: ApprovalSubject): Promise<Figure[]> {
  await page.bringToFront()
  const warm: number[] = []
  for (let round = 0; round < 101; round += 1) warm.push(await timeGetKey(page))
  const woken: number[] = []
  for (let round = 0; round < 21; round += 1) {
    await killWorker(browser, quiet)
    woken.push(await timeGetKey(page))
  }
  return [
    { name: 'provider round trip, warm (getKey)', value: median(warm), unit: 'ms', budget: { atMost: 3 } },
    {
      name: 'killed worker to first reply (getKey)',
      value: median(woken),
      unit: 'ms',
      budget: { atMost: 25 },
    },
  ]
}

function timeGetKey(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const started = performance.now()
    await window.keplr?.getKey('secretdev-1')
    return performance.now() - started
  })
}
