/** A person with an open wallet, and what they do with it. */
import type { UnlockedView } from '../messages/popup'
import type { FakeBrowser } from './platform.fake'
import { type FakePage, type FakePerson, fakePerson } from './wiring.fake'

const PHRASE =
  'grant rice replace explain federal release fix clever romance raise often wild taxi quarter soccer fiber love must tape steak together observe swap guitar'
export const ADDRESS = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
export const PASSWORD = 'correct horse'
export const DAPP = 'https://dapp.example'
export const WALLET = {
  secret: { kind: 'phrase', phrase: PHRASE, passphrase: '', unlisted: false },
  password: PASSWORD,
  coinType: 529,
} as const
const OTHER = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'

let made: Promise<FakeBrowser> | undefined

async function firstWallet(): Promise<FakeBrowser> {
  const person = fakePerson()
  const reply = await person.popup('importVault', WALLET)
  if (reply.kind === 'error') throw new Error(reply.error.message)
  return person.browser
}

/** The password is stretched once for all tests of a file; each gets its own browser. */
export async function personWithWallet(): Promise<FakePerson> {
  made ??= firstWallet()
  return fakePerson((await made).copy())
}

export async function seeUnlocked(
  person: FakePerson,
  passes: (view: UnlockedView) => boolean = () => true,
): Promise<UnlockedView> {
  const view = await person.see((found) => found.kind === 'unlocked' && passes(found))
  if (view.kind !== 'unlocked') throw new Error('not unlocked')
  return view
}

/** The id of the one question on the screen. */
export async function questionOf(person: FakePerson, kind: string): Promise<string> {
  const { approvals } = await seeUnlocked(person, (view) =>
    view.approvals.some(({ body }) => body.kind === kind),
  )
  const [question, ...others] = approvals
  if (question === undefined || others.length > 0) throw new Error(`${approvals.length} questions`)
  return question.id
}

export async function connectedPage(person: FakePerson, chainId = 'secret-4'): Promise<FakePage> {
  const page = person.page(DAPP)
  const { outcome } = page.ask('connect', { chainIds: [chainId] })
  await person.popup('approve', { id: await questionOf(person, 'connect') })
  if ((await outcome).kind !== 'result') throw new Error('not connected')
  return page
}

const SEND = {
  account_number: '1',
  chain_id: 'secret-4',
  fee: { amount: [{ amount: '2500', denom: 'uscrt' }], gas: '25000' },
  memo: '',
  msgs: [
    {
      type: 'cosmos-sdk/MsgSend',
      value: { from_address: ADDRESS, to_address: OTHER, amount: [{ amount: '1', denom: 'uscrt' }] },
    },
  ],
  sequence: '0',
}

/** The parameters of a signAmino call that sends a coin. */
export const SIGN_PARAMS = {
  chainId: 'secret-4',
  signer: ADDRESS,
  signDoc: JSON.stringify(SEND),
  keepFee: true,
  keepMemo: true,
}
