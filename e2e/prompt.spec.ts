import type { CDPSession, Page } from '@playwright/test'
import { type ExtensionBrowser, killWorker } from './browser'
import type { ApprovalWindow } from './pages/approval-window'
import { expect, test } from './world'

const HEADING = 'Connect to this site?'

/** In the page: presses Connect every ten milliseconds for a little less than the half second in which it must be shut. */
const PRESS_MANY = `
  globalThis.pressed = 0
  globalThis.pressFromNowOn = () => {
    const began = performance.now()
    const timer = setInterval(press, 10)
    function press() {
      if (performance.now() - began >= 480) return clearInterval(timer)
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Connect')
      button?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
      button?.click()
      if (button !== undefined) globalThis.pressed += 1
    }
    press()
  }`

/** In the page: begins with the very change of the document that brings the button. */
const PRESS_AT_ONCE = `if (location.search.startsWith('?approval')) {
  ${PRESS_MANY}
  const watch = new MutationObserver(() => {
    if (![...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Connect')) return
    watch.disconnect()
    globalThis.pressFromNowOn()
  })
  watch.observe(document, { childList: true, subtree: true })
}`

const pressedIn = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { pressed: number }).pressed)

/** Everything that was pressed in the half second is over, and nothing came of it. */
async function nothingCameOfIt(approval: ApprovalWindow): Promise<void> {
  const { page } = approval
  await expect.poll(() => pressedIn(page)).toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled()
  await expect(approval.heading(HEADING)).toBeVisible()
}

/** Has the page press Connect as soon as that happens, for nearly half a second. */
async function pressAfter(page: Page, event: 'focus' | 'resize'): Promise<void> {
  await page.evaluate(PRESS_MANY)
  await page.evaluate((name) => {
    const { pressFromNowOn } = globalThis as unknown as { pressFromNowOn(): void }
    addEventListener(name, pressFromNowOn, { once: true })
  }, event)
}

/** The window as the system has it, and a focus that is the system's own. */
async function systemWindow(
  { context }: ExtensionBrowser,
  page: Page,
): Promise<{ put(bounds: object): Promise<void> }> {
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const { windowId } = await session.send('Browser.getWindowForTarget')
  return {
    put: async (bounds) => void (await session.send('Browser.setWindowBounds', { windowId, bounds })),
  }
}

test('U50: no click counts in the half second after the question can first be seen', async ({
  sotto,
  dapp,
}) => {
  await sotto.context.addInitScript(PRESS_AT_ONCE)
  const approval = await dapp.ask('Connect wallet')
  // A new window may have been there before the browser was told of the script; a document that is loaded anew was not.
  await approval.page.reload()
  await nothingCameOfIt(approval)
  await approval.approve('Connect')
  await dapp.says(/^Connected as/)
})

test('U51: a double click is one signature, one transaction and one entry', async ({ wallet, dapp }) => {
  await dapp.connect()
  const { page } = await dapp.ask('Create viewing key')
  const approve = page.getByRole('button', { name: 'Approve', exact: true })
  await expect(approve).toBeEnabled()
  // The window may be gone before the second click.
  await Promise.all([page.waitForEvent('close'), approve.dblclick().catch(() => undefined)])
  await dapp.says('The contract answered with the key')
  await wallet.goTo('Activity')
  await expect(wallet.page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('U52: Enter or Space that is held while the question comes agrees to nothing', async ({ dapp }) => {
  const approval = await dapp.ask('Connect wallet')
  const { page } = approval
  const connect = page.getByRole('button', { name: 'Connect', exact: true })
  await expect(connect).toBeEnabled()
  await expect(connect).not.toBeFocused()
  for (const key of ['Enter', 'Space']) {
    // The screen still moves when the key goes down, and stands still before it comes up.
    await page.evaluate(() => {
      const timer = setInterval(() => dispatchEvent(new Event('resize')), 20)
      Object.assign(globalThis, { calm: () => clearInterval(timer) })
    })
    await expect(connect).toBeDisabled()
    await connect.focus()
    await page.keyboard.down(key)
    await page.evaluate(() => (globalThis as unknown as { calm(): void }).calm())
    await expect(connect).toBeEnabled()
    for (let repeat = 0; repeat < 10; repeat += 1) await page.keyboard.down(key)
    await page.keyboard.up(key)
    await expect(approval.heading(HEADING)).toBeVisible()
    await expect(connect).toBeFocused()
  }
  // The window closes under the key.
  await Promise.all([page.waitForEvent('close'), page.keyboard.press('Enter').catch(() => undefined)])
  await dapp.says(/^Connected as/)
})

test('U53: after the focus was stolen and came back, the half second begins anew', async ({
  sotto,
  dapp,
}) => {
  const approval = await dapp.ask('Connect wallet')
  const { page } = approval
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled()
  const window = await systemWindow(sotto, page)
  await pressAfter(page, 'focus')
  await window.put({ windowState: 'minimized' })
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false)
  expect(await pressedIn(page)).toBe(0)
  await window.put({ windowState: 'normal' })
  await nothingCameOfIt(approval)
  await approval.approve('Connect')
  await dapp.says(/^Connected as/)
})

test('U54: in a window that was shrunk the half second begins anew, and who asks comes before Connect', async ({
  demo,
  dapp,
}) => {
  const approval = await dapp.ask('Connect wallet')
  const { page } = approval
  const connect = page.getByRole('button', { name: 'Connect', exact: true })
  await expect(connect).toBeEnabled()
  await pressAfter(page, 'resize')
  await page.setViewportSize({ width: 320, height: 120 })
  await nothingCameOfIt(approval)
  await expect(connect).not.toBeInViewport()
  const origin = page.getByText(new URL(demo.origin).host)
  await origin.scrollIntoViewIfNeeded()
  await expect(origin).toBeInViewport({ ratio: 1 })
  await approval.approve('Connect')
  await dapp.says(/^Connected as/)
})

test('U54: a window that was moved off the screen waits anew, and its question can be answered elsewhere', async ({
  sotto,
  wallet,
  dapp,
}) => {
  const approval = await dapp.ask('Connect wallet')
  const { page } = approval
  const connect = page.getByRole('button', { name: 'Connect', exact: true })
  await expect(connect).toBeEnabled()
  const window = await systemWindow(sotto, page)
  const wasShut = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Connect',
        )
        // Other things change first, such as what is under the pointer.
        new MutationObserver(() => {
          if (button?.getAttribute('aria-disabled') === 'true') resolve(true)
        }).observe(document, { attributes: true, subtree: true })
      }),
  )
  await window.put({ left: -4000, top: -4000 })
  expect(await wasShut).toBe(true)
  await wallet.press('Review')
  await expect(wallet.heading(HEADING)).toBeVisible()
  const there = wallet.page.getByRole('button', { name: 'Connect', exact: true })
  await expect(there).toBeEnabled()
  await Promise.all([page.waitForEvent('close'), there.click()])
  await dapp.says(/^Connected as/)
})

test('U59: a window that the system closes is a no, also when the worker was dead', async ({
  sotto,
  dapp,
}) => {
  const first = await dapp.ask('Connect wallet')
  await expect(first.heading(HEADING)).toBeVisible()
  await first.page.close()
  await dapp.says(/reject|declined|said no/i)
  const second = await dapp.ask('Connect wallet')
  await expect(second.heading(HEADING)).toBeVisible()
  await killWorker(sotto, second.page)
  await second.page.close()
  await dapp.says(/reject|declined|said no/i)
  // The next question is asked as if nothing had been.
  await dapp.connect()
})

test('U63: at 400 % zoom, and read aloud, amount and recipient come before Approve', async ({ dapp }) => {
  const recipient = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
  await dapp.connect()
  await dapp.page.getByLabel('Recipient').fill(recipient)
  await dapp.page.getByLabel('Amount to transfer').fill('12.5')
  const approval = await dapp.ask('Transfer sSCRT')
  const { page } = approval
  const amount = page.getByText(/Send 12\.5 \S+ to secret1fc3…/)
  await expect(amount).toBeVisible()
  const said = await page.locator('body').ariaSnapshot()
  const places = ['12.5', recipient, 'Network fee', 'Reject', 'Approve'].map((word) => said.indexOf(word))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
  // 1280 x 1024 at 400 %, and the wallet's own window at 400 %.
  for (const size of [
    { width: 320, height: 256 },
    { width: 90, height: 160 },
  ]) {
    await page.setViewportSize(size)
    const approve = page.getByRole('button', { name: 'Approve', exact: true })
    await expect(approve).not.toBeInViewport()
    await amount.scrollIntoViewIfNeeded()
    await expect(amount).toBeInViewport()
    const [read, press] = await Promise.all([amount.boundingBox(), approve.boundingBox()])
    expect((read?.y ?? 0) + (read?.height ?? 0)).toBeLessThan(press?.y ?? 0)
  }
  await approval.approve()
  await dapp.says(/Sent 12\.50? sSCRT/)
})
