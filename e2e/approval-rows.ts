import type { Msg } from 'secretjs'
import type { Scene } from './approval-scene'
import { type Desk, expect, test } from './desk'
import { wholeLooksGood } from './looks'
import type { ApprovalWindow } from './pages/approval-window'

/** One thing that a site may ask to be signed, and what the person must be told of it. */
export interface Row {
  readonly name: string
  readonly message: (scene: Scene) => Msg
  readonly heading: string
  /** Exactly what happens, in the words of the screen. */
  readonly sentence: (scene: Scene) => string
  /** What else has to be said. */
  readonly says?: (scene: Scene) => readonly string[]
  /** What stands in the message that only the contract can read besides. */
  readonly decrypted?: string
  /** What stands in the raw truth, as it goes to the chain. */
  readonly raw: string
  /** The same in the older form of signing; false where secretjs cannot write it. */
  readonly amino?: ((scene: Scene) => Msg) | false
  /** The gas limit that the site sets; enough for most. */
  readonly gas?: number
  /** A public memo beside the message. */
  readonly memo?: string
  /** `send`, which is usual: approved, and the chain takes it. `sign`: approved without being sent. */
  readonly answer?: 'send' | 'sign' | 'reject'
  /** What Sotto says to an Approve that it does not carry out; it is rejected then. */
  readonly refused?: string
}

/** An address as sentences hold it. */
export function short(address: string): string {
  return `${address.slice(0, 10)}…${address.slice(-8)}`
}

/** Makes a test of each row: asked, told in exact words, one tap from the raw truth, kept in pictures, answered. */
export function approvalTests(rows: readonly Row[]): void {
  // One after the other at the one desk, on a chain where the later rows find what the earlier ones did.
  test.describe.configure({ mode: 'default' })
  for (const row of rows) {
    test(row.name, async ({ desk, scene }) => {
      await direct(row, desk, scene)
      if (row.amino !== false) await amino(row, desk, scene)
    })
  }
}

async function direct(row: Row, desk: Desk, scene: Scene): Promise<void> {
  const { answer = 'send', memo = '' } = row
  const { approval, outcome } = await desk.ask([row.message(scene)], {
    memo,
    gas: row.gas,
    send: answer === 'send',
  })
  await isTold(approval, row, scene)
  await wholeLooksGood(approval.page, row.name.replaceAll(' ', '-'))
  await approval.page.getByText('Exactly what gets signed').click()
  await expect(approval.page.getByLabel('What gets signed, decoded')).toContainText(row.raw)
  if (row.refused !== undefined) {
    await approval.press('Approve')
    await expect(approval.page.getByRole('alert')).toContainText(row.refused)
  }
  if (answer === 'reject') {
    await approval.reject()
    await expect(outcome).rejects.toThrow('Request rejected')
    return
  }
  await approval.agree()
  expect(await outcome).toMatchObject({ code: 0, rawLog: '' })
}

async function amino(row: Row, desk: Desk, scene: Scene): Promise<void> {
  const message = (row.amino === false ? undefined : row.amino) ?? row.message
  const { approval, outcome } = await desk.ask([message(scene)], { mode: 'amino', send: false })
  await isTold(approval, row, scene)
  await approval.agree()
  await outcome
}

async function isTold(approval: ApprovalWindow, row: Row, scene: Scene): Promise<void> {
  const { page } = approval
  await expect(approval.heading(row.heading)).toBeVisible()
  await expect(page.getByText(row.sentence(scene), { exact: true }).first()).toBeVisible()
  if (row.decrypted !== undefined) {
    await expect(page.getByLabel('Decrypted message')).toContainText(row.decrypted)
  }
  for (const words of row.says?.(scene) ?? []) await expect(page.getByText(words).first()).toBeVisible()
}
