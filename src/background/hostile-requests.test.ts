import { describe, expect, it } from 'vitest'
import type { ChainMessage } from '../chain/codec/index'
import { deriveTxSeed, sealMessage } from '../crypto/index'
import type { ApprovalView } from '../messages/popup'
import { createQuestionViews } from './approvals/question-views'
import { connect, directParams, execute, fakePage, ownAddress, sealed, views } from './page-side.fake'
import { BOB, CHAIN_ID, CODE_HASH, ENCLAVE, fakeWallet, ORIGIN, type Wallet } from './wallet.fake'

/** The view of a request to sign, after a connected page made it. */
async function shown(wallet: Wallet, messages: readonly ChainMessage[]): Promise<ApprovalView | undefined> {
  const page = fakePage(wallet)
  await connect(wallet, page)
  expect(await page.call('signDirect', await directParams(wallet, messages))).toEqual({ kind: 'pending' })
  const [view] = await views(wallet)
  return view
}

describe('requests made to break the wallet rather than to be signed', () => {
  it('P7: JSON nested without end is shown letter by letter and warned of', async () => {
    const wallet = fakeWallet()
    const message = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    const { wire } = sealMessage({
      seed: deriveTxSeed(wallet.vault.key, CHAIN_ID),
      ioPublicKey: ENCLAVE.pair().publicKey,
      codeHash: CODE_HASH,
      message,
    })
    const view = await shown(wallet, [await execute(wallet, wire)])
    expect(view?.body).toMatchObject({
      kind: 'transaction',
      warnings: expect.arrayContaining([expect.objectContaining({ level: 'danger' })]),
      messages: [{ title: 'Contract message', input: { kind: 'decrypted', json: message } }],
    })
  })

  it('P7: base64 that only looks like it is no message for the recipient', async () => {
    const wallet = fakeWallet()
    const wire = sealed(wallet, { send: { recipient: BOB, amount: '1', msg: '\u017f\u212aAA' } })
    const view = await shown(wallet, [await execute(wallet, wire)])
    expect(view?.body).toMatchObject({ kind: 'transaction', messages: [{ title: 'Contract message' }] })
  })

  it('P7: a moment that no date can hold is put into words', async () => {
    const wallet = fakeWallet()
    const grant: ChainMessage = {
      kind: 'authz-grant',
      typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
      granter: await ownAddress(wallet),
      grantee: BOB,
      grant: {
        authorization: {
          kind: 'generic',
          typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
          messageType: '/cosmos.bank.v1beta1.MsgSend',
        },
        expiration: { seconds: -(1n << 62n), nanos: 0 },
      },
    }
    const view = await shown(wallet, [grant])
    expect(view?.body).toMatchObject({
      kind: 'transaction',
      messages: [{ sentence: expect.stringContaining('until a moment that is no date') }],
    })
  })

  it('P17: one that cannot be put into words does not take the others with it, and cannot be approved', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await execute(wallet, sealed(wallet, {}))]))
    const [question] = await wallet.side.approvals.questions()
    if (question === undefined) throw new Error('Nobody asks anything.')
    const reviewed: string[] = []
    const found = await createQuestionViews({
      approvals: {
        questions: async () => [question],
        reviewed: async (id) => void reviewed.push(id),
      },
      reviewer: {
        open: () => Promise.reject(new RangeError('Maximum call stack size exceeded')),
        body: () => Promise.reject(new RangeError('Maximum call stack size exceeded')),
      },
      fees: { complete: async (review) => review },
      reveals: { show: () => Promise.reject(new RangeError()), keep: () => undefined },
      tokens: { find: async () => undefined, list: async () => [] },
      vault: wallet.vault,
      chains: wallet.chains,
    }).views()
    expect(found).toMatchObject([{ id: question.id, origin: ORIGIN, body: { kind: 'cannot-continue' } }])
    expect(reviewed).toEqual([])
  })
})
