import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

/** What axe finds can differ between the themes in these alone: every other rule is about what stays the same. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Keeps a picture of a screen in both themes with the test's results, and lets axe look for barriers. */
export async function looksGood(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await barriers(page, colorScheme === 'dark'), `${name}, ${colorScheme}`).toEqual([])
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

async function barriers(page: Page, colourOnly: boolean): Promise<readonly string[]> {
  // Our pages hold no other page, so axe needs no second one to put its findings together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (colourOnly ? axe.withRules(RULES_OF_COLOUR) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** As `looksGood`, of a request with all that is read by scrolling: the window grows until nothing is left to scroll. */
export async function wholeLooksGood(page: Page, name: string): Promise<void> {
  const hidden = await page
    .getByRole('main')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  const { width, height } = page.viewportSize() ?? { width: 360, height: 640 }
  await page.setViewportSize({ width, height: height + hidden })
  await looksGood(page, name)
}
