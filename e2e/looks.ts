import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

/** Keeps a picture of a screen in both themes with the test's results, and lets axe look for barriers. */
export async function looksGood(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      `${name}, ${colorScheme}`,
    ).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
