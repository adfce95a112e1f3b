import { bech32 } from '@scure/base'
import { MsgExecuteContract, MsgSend } from 'secretjs'
import { approvalTests, short } from './approval-rows'
import type { Scene } from './approval-scene'
import { expect, test } from './desk'
import { wholeLooksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'
import { beginConnecting } from './pages/bare-site'
import { clientThrough } from './pages/page-signer'

// The gravest of what the risk rules say, on the screen on which it has to be seen.

const STRANGER = bech32.encode('secret', bech32.toWords(new Uint8Array(20).fill(9)))
const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })

function send({ me }: Scene, to: string): MsgSend {
  return new MsgSend({ from_address: me, to_address: to, amount: [uscrt(1_500_000)] })
}

function execute({ me, sscrt }: Scene, msg: object, codeHash = sscrt.codeHash): MsgExecuteContract<object> {
  return new MsgExecuteContract({
    sender: me,
    contract_address: sscrt.address,
    code_hash: codeHash,
    msg,
    sent_funds: [],
  })
}

/** An address of nobody's that begins and ends as another does, as a thief grinds it. */
function twinOf(address: string): string {
  const bytes = bech32.fromWords(bech32.decode(address as `${string}1${string}`, 90).words)
  for (let seed = 0; ; seed += 1) {
    const other = bytes.map((byte, index) => (index < 3 ? byte : (byte + seed * index) & 255))
    const twin = bech32.encode('secret', bech32.toWords(other))
    if (twin !== address && twin.endsWith(address.slice(-2))) return twin
  }
}

approvalTests([
  {
    name: 'first time recipient',
    message: (scene) => send(scene, STRANGER),
    heading: 'Send in public',
    sentence: () => `Send 1.5 SCRT to ${short(STRANGER)}`,
    says: () => [
      `You have not sent anything to ${short(STRANGER)} before.`,
      'This page comes from this computer or over an open connection.',
    ],
    raw: STRANGER,
    amino: false,
  },
  {
    name: 'look-alike recipient',
    message: (scene) => send(scene, twinOf(STRANGER)),
    heading: 'Send in public',
    sentence: () => `Send 1.5 SCRT to ${short(twinOf(STRANGER))}`,
    says: () => [
      `${short(twinOf(STRANGER))} looks like ${short(STRANGER)}, whom you know, but is somebody else. Compare every letter.`,
    ],
    raw: twinOf(STRANGER),
    amino: false,
    answer: 'sign',
  },
  {
    name: 'message for other code',
    message: (scene) => execute(scene, { transfer: { recipient: STRANGER, amount: '1' } }, 'ab'.repeat(32)),
    heading: 'Send SSCRT',
    sentence: () => `Send 0.000001 SSCRT to ${short(STRANGER)}`,
    says: () => [
      'The message is meant for other code than this contract runs. It will fail, and the fee is lost.',
    ],
    raw: '/secret.compute.v1beta1.MsgExecuteContract',
    amino: false,
    answer: 'reject',
    refused: 'The contract no longer runs the code that this message is sealed for',
  },
  {
    name: 'allowance without end',
    message: (scene) =>
      execute(scene, { increase_allowance: { spender: STRANGER, amount: String(2n ** 128n - 1n) } }),
    heading: 'Let another spend SSCRT',
    sentence: () => `Allow ${short(STRANGER)} to spend any amount of SSCRT in your name, without an end`,
    says: () => [
      `There is no limit to what ${short(STRANGER)} may take. Ask the site for the amount that it needs.`,
      `What you allow ${short(STRANGER)} has no end: it holds until you take it back.`,
    ],
    raw: '/secret.compute.v1beta1.MsgExecuteContract',
    amino: false,
  },
])

test('a site whose name imitates another is shown in plain letters, with a caution', async ({
  desk,
  scene,
}) => {
  const { browser, devnet, me } = desk
  const origin = 'https://xn--80ak6aa92e.example'
  await browser.context.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>A site</title><h1>A site</h1>' }),
  )
  const page = await browser.context.newPage()
  await page.goto(`${origin}/`)
  const connecting = await ApprovalWindow.during(browser, () => beginConnecting(page))
  await expect(connecting.page.getByText(origin, { exact: true })).toBeVisible()
  await expect(connecting.page.getByText('It may imitate another site.')).toBeVisible()
  await wholeLooksGood(connecting.page, 'connect-imitation')
  await connecting.approve('Connect')
  const client = clientThrough(page, devnet, me)
  const signing = await ApprovalWindow.during(browser, async () => {
    client.tx.signTx([send(scene, me)], { gasLimit: 50_000 }).catch(() => undefined)
  })
  await expect(signing.page.getByText('It is really xn--80ak6aa92e.example.')).toBeVisible()
  await wholeLooksGood(signing.page, 'sign-imitation')
  await signing.reject()
})
