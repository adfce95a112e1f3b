/** Contracts as the person sees them while they change, and what is remembered of them. */
import { describe, expect, it } from 'vitest'
import type { ChainMessage } from '../chain/codec/index'
import type { ContractFacts, Warning } from '../messages/popup'
import {
  bankSend,
  connect,
  directParams,
  execute,
  type FakePage,
  fakePage,
  sealed,
  views,
} from './page-side.fake'
import { authz } from './review/risks/risks.fake'
import { BOB, CHAIN_ID, CODE_HASH, fakeWallet, SSCRT, type Wallet } from './wallet.fake'

const OTHER_HASH = 'bb'.repeat(32)
const OTHER_OWNER = SSCRT

interface Shown {
  readonly id: string
  readonly contract: ContractFacts | undefined
  readonly warnings: readonly Warning[]
}

/** `prepare` is what is so before the page asks: what a request needs to know is asked for with it. */
async function asked(
  message = { transfer: { recipient: BOB, amount: '1' } },
  prepare: (wallet: Wallet) => void = () => undefined,
): Promise<{
  readonly wallet: Wallet
  readonly page: FakePage
  ask(): Promise<void>
}> {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  prepare(wallet)
  const ask = async (): Promise<void> => {
    const params = await directParams(wallet, [await execute(wallet, sealed(wallet, message))])
    await page.call('signDirect', params)
  }
  await ask()
  return { wallet, page, ask }
}

/** What is on the screen once everything has come. */
async function shown(wallet: Wallet): Promise<Shown> {
  let changes = -1
  // What comes makes the wallet say that it changed; when it no longer does, nothing more is under way.
  while (changes !== wallet.changes) {
    changes = wallet.changes
    await views(wallet)
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0))
  }
  const [view] = await views(wallet)
  if (view?.body.kind !== 'transaction') throw new Error('no transaction is shown')
  return { id: view.id, contract: view.body.messages[0]?.contract, warnings: view.body.warnings }
}

async function approve(wallet: Wallet): Promise<void> {
  await wallet.side.approvals.approve((await shown(wallet)).id)
}

const rules = ({ warnings }: Shown): readonly (string | undefined)[] => warnings.map(({ rule }) => rule)

describe('a contract that changes', () => {
  it('N67: between review and yes stops the signature, says why, and shows it', async () => {
    const { wallet, page } = await asked()
    const before = await shown(wallet)
    expect(before.contract?.codeHash).toBe('matches')
    wallet.facts.codeHash = async () => OTHER_HASH
    await expect(wallet.side.approvals.approve(before.id)).rejects.toMatchObject({
      code: 'approval/code-changed',
      message: expect.stringContaining('Nothing was signed and nothing was lost'),
    })
    expect(wallet.vault.signatures).toBe(0)
    expect(page.replies()).toEqual([])
    const after = await shown(wallet)
    expect(after.id).toBe(before.id)
    expect(after.contract?.codeHash).toBe('differs')
    expect(rules(after)).toContain('code-hash-differs')
  })

  it('N67: is asked about with a short limit: where no node answers, what was shown decides', async () => {
    const { wallet } = await asked()
    const { id } = await shown(wallet)
    wallet.facts.codeHash = () => Promise.race([])
    await wallet.side.approvals.approve(id)
    expect(wallet.vault.signatures).toBe(1)

    const known = await asked(undefined, ({ facts }) => {
      facts.codeHash = async () => OTHER_HASH
    })
    const differing = await shown(known.wallet)
    known.wallet.facts.codeHash = () => Promise.race([])
    await expect(known.wallet.side.approvals.approve(differing.id)).rejects.toMatchObject({
      code: 'approval/code-changed',
    })
    expect(known.wallet.vault.signatures).toBe(0)
  })

  it('N66: that nodes disagree about is signed nothing for, although one of them names the right code', async () => {
    const { wallet, page } = await asked()
    const { id } = await shown(wallet)
    wallet.networks.disputed.push(SSCRT)
    await expect(wallet.side.approvals.approve(id)).rejects.toMatchObject({
      code: 'approval/code-in-question',
      message: expect.stringContaining('Nothing was signed'),
    })
    expect(wallet.vault.signatures).toBe(0)
    expect(page.replies()).toEqual([])
    wallet.networks.disputed.pop()
    await wallet.side.approvals.approve(id)
    expect(wallet.vault.signatures).toBe(1)
  })

  it('N66: in a dispute that cannot be looked into in time is signed nothing for', async () => {
    const { wallet } = await asked()
    const { id } = await shown(wallet)
    wallet.networks.isDisputed = () => Promise.race([])
    await expect(wallet.side.approvals.approve(id)).rejects.toMatchObject({
      code: 'approval/code-in-question',
    })
    expect(wallet.vault.signatures).toBe(0)
  })

  it('that is replaced is looked up by the code that its message names', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    wallet.facts.codeHashById = async (_, codeId) => (codeId === '9' ? OTHER_HASH : CODE_HASH)
    for (const [codeId, warned] of [
      [9n, true],
      [8n, false],
    ] as const) {
      const message: ChainMessage = {
        kind: 'migrate',
        typeUrl: '/secret.compute.v1beta1.MsgMigrateContract',
        sender: wallet.vault.signing.address,
        contract: SSCRT,
        codeId,
        wire: sealed(wallet, {}),
        callbackCodeHash: '',
        callbackSig: new Uint8Array(),
      }
      await page.call('signDirect', await directParams(wallet, [message]))
      expect(rules(await shown(wallet)).includes('code-misnamed')).toBe(warned)
      await wallet.side.approvals.reject((await shown(wallet)).id)
    }
  })

  it('since the last yes is said to have changed', async () => {
    const { wallet, ask } = await asked()
    expect((await shown(wallet)).contract?.use).toBe('first')
    await approve(wallet)
    wallet.restart()
    await ask()
    expect((await shown(wallet)).contract?.use).toBe('earlier')
    await approve(wallet)
    wallet.restart()
    wallet.facts.codeHash = async () => OTHER_HASH
    await ask()
    const changed = await shown(wallet)
    expect(changed.contract?.use).toBe('code-changed')
    expect(rules(changed)).toContain('contract-changed')
  })

  it('of its owner is said to have another one', async () => {
    const { wallet, ask } = await asked()
    await approve(wallet)
    wallet.restart()
    wallet.facts.contractInfo = async () => ({
      label: 'sSCRT',
      codeId: '5',
      creator: BOB,
      admin: OTHER_OWNER,
      governed: false,
    })
    await ask()
    const found = await shown(wallet)
    expect(found.contract).toMatchObject({
      use: 'owner-changed',
      control: { kind: 'owner', address: OTHER_OWNER, own: false },
    })
    expect(rules(found)).toEqual(expect.arrayContaining(['contract-owner-changed', 'contract-migratable']))
  })
})

describe('the code of a contract', () => {
  it('is hashed here once, and remembered for good', async () => {
    const { wallet, ask } = await asked()
    let fetched = 0
    wallet.facts.codeHashes = async () => {
      fetched += 1
      return { stated: CODE_HASH, computed: CODE_HASH }
    }
    expect((await shown(wallet)).contract?.code).toBe('checked')
    await approve(wallet)
    wallet.restart()
    await ask()
    expect((await shown(wallet)).contract?.code).toBe('checked')
    expect(fetched).toBe(1)
  })

  it('N66: that is not what its hash names is a danger, whatever the node states', async () => {
    for (const hashes of [
      { stated: CODE_HASH, computed: OTHER_HASH },
      { stated: OTHER_HASH, computed: OTHER_HASH },
    ]) {
      const { wallet } = await asked()
      wallet.facts.codeHashes = async () => hashes
      const found = await shown(wallet)
      expect(found.contract?.code).toBe('differs')
      expect(rules(found)).toContain('code-differs')
    }
  })

  it('keeps nobody waiting: the request is readable while nothing has come', async () => {
    const { wallet } = await asked(undefined, ({ facts }) => {
      for (const fact of ['codeHash', 'contractInfo', 'contractChanges', 'codeHashes'] as const) {
        facts[fact] = () => Promise.race([])
      }
    })
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ kind: 'transaction', messages: [{ input: { kind: 'decrypted' } }] })
  })

  it('is not there where no contract is', async () => {
    const { wallet } = await asked(undefined, ({ facts }) => {
      facts.contractInfo = async () => undefined
    })
    expect(rules(await shown(wallet))).toContain('contract-missing')
  })
})

describe('recipients', () => {
  it('are known once something was sent to them, and only to that account', async () => {
    const { wallet, ask } = await asked()
    expect(rules(await shown(wallet))).toContain('recipient-first')
    await approve(wallet)
    await ask()
    expect(rules(await shown(wallet))).not.toContain('recipient-first')
    const { address } = await wallet.vault.account()
    await wallet.side.dealings.forgetAccount(address)
    expect(await wallet.side.dealings.recipients(address)).toEqual([])
    expect(await wallet.side.dealings.contracts({ chainId: CHAIN_ID, account: address })).toEqual([])
  })

  it('I10: of private tokens are never named to a node', async () => {
    const named: string[] = []
    const { wallet } = await asked(undefined, ({ facts }) => {
      facts.contractInfo = async (_, address) => {
        named.push(address)
        return undefined
      }
    })
    await shown(wallet)
    expect(named).toEqual([SSCRT])
  })

  it('of public coins that are contracts are said to be', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const send = { ...(await bankSend(wallet)), to: SSCRT }
    await page.call('signDirect', await directParams(wallet, [send]))
    expect(rules(await shown(wallet))).toContain('recipient-is-contract')
  })

  it('that somebody else may pay later are not remembered as paid', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const { address } = await wallet.vault.account()
    const grant = { ...authz({ seconds: 1_900_000_000n, nanos: 0 }, [1n], [SSCRT]), granter: address }
    await page.call('signDirect', await directParams(wallet, [grant as ChainMessage]))
    await approve(wallet)
    expect(await wallet.side.dealings.recipients(address)).toEqual([])
  })
})
