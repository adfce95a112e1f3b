import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { ChainMessage } from '../../chain/codec/index'
import { deriveKeplrTxSeed, sealMessage, TxSeed } from '../../crypto/index'
import { addressFromBytes, type JsonValue } from '../../domain/index'
import { bankSend, directParams, execute, sealed } from '../page-side.fake'
import { BOB, CHAIN_ID, CODE_HASH, ENCLAVE, fakeWallet, SSCRT } from '../wallet.fake'
import { dangers, review, reviewContract, reviewMessages } from './review.fake'
import { isPlainlyVisible } from './safe-text'

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('contract messages', () => {
  it('I3: are decrypted from the bytes that are signed and put into plain words', async () => {
    const found = await reviewContract({
      transfer: { recipient: BOB, amount: '12500000', memo: 'for lunch' },
    })
    expect(found).toMatchObject({ dangerous: false, mode: 'direct' })
    expect(found.messages[0]).toMatchObject({
      title: 'Send sSCRT',
      sentence: expect.stringMatching(/^Send 12\.5 sSCRT to secret1\w{3}…\w{8}$/),
      kind: 'contract',
      input: { kind: 'decrypted', json: expect.stringContaining('"amount": "12500000"') },
      contract: { address: SSCRT, codeHash: 'matches', codeId: '5' },
    })
    expect(found.messages[0]?.facts).toContainEqual({ label: 'Private memo', value: 'for lunch' })
    expect(found.messages[0]?.visibility.map(({ who }) => who)).toEqual([
      'public',
      'contract',
      'recipient',
      'only-you',
    ])
    expect(dangers(found)).toEqual([])
  })

  it('say once what everybody sees', async () => {
    const found = await reviewContract({ redeem: { amount: '1' } })
    expect(found.messages[0]?.visibility.filter(({ who }) => who === 'public')).toEqual([
      {
        who: 'public',
        text: 'That you used this contract, when, the fee and the memo. The amount: the coins that come back are public.',
      },
    ])
  })

  it('P26: a name that only the contract claims is said to be a claim', async () => {
    const found = await reviewContract({ transfer: { recipient: BOB, amount: '1' } })
    expect(found.warnings).toContainEqual({ level: 'caution', text: expect.stringContaining('calls itself') })
  })

  it('are readable before the chain has said anything, in base units', async () => {
    const wallet = fakeWallet()
    wallet.facts.token = () => Promise.race([])
    wallet.facts.codeHash = () => Promise.race([])
    const found = await reviewContract({ transfer: { recipient: BOB, amount: '12500000' } }, wallet)
    expect(found.messages[0]?.sentence).toContain('12500000 base units')
    expect(found.messages[0]?.contract?.codeHash).toBe('unknown')
    expect(found.dangerous).toBe(false)
  })

  it('that are not of a known family are labelled by their name', async () => {
    const found = await reviewContract({ do_something: { a: 1 } })
    expect(found.messages[0]).toMatchObject({
      title: 'Contract message',
      sentence: expect.stringContaining('“do_something”'),
    })
  })

  it('I3: that could be read in two ways are shown letter by letter and never as a transfer', async () => {
    const wallet = fakeWallet()
    const [ioPublicKey = new Uint8Array()] = wallet.networks.keys
    const message = `{"transfer":{"recipient":"${BOB}","amount":"1","amount":"1000000"}}`
    const { wire } = sealMessage({
      seed: await wallet.vault.txSeed(CHAIN_ID),
      ioPublicKey,
      codeHash: CODE_HASH,
      message,
    })
    const found = await reviewMessages(wallet, [await execute(wallet, wire)])
    expect(found.messages[0]).toMatchObject({
      title: 'Contract message',
      input: { kind: 'decrypted', json: message },
    })
    expect(dangers(found)).toHaveLength(1)
  })

  it('N66: for other code than the contract runs are a danger', async () => {
    const wallet = fakeWallet()
    wallet.facts.codeHash = async () => 'aa'.repeat(32)
    const found = await reviewContract({ transfer: { recipient: BOB, amount: '1' } }, wallet)
    expect(found.messages[0]?.contract?.codeHash).toBe('differs')
    expect(dangers(found)[0]).toContain('other code')
  })

  it('I4: in plain text, or under a key that is not ours, need more than a click', async () => {
    const wallet = fakeWallet()
    const plain = await reviewMessages(wallet, [
      await execute(wallet, utf8.decode(`{"transfer":{"recipient":"${BOB}","amount":"1"}}`)),
    ])
    expect(plain).toMatchObject({ dangerous: true, messages: [{ input: { kind: 'plaintext' } }] })
    expect(plain.messages[0]?.title).toBe('Contract message')
    expect(dangers(plain)[0]).toContain('not encrypted')

    const [ioPublicKey = new Uint8Array()] = wallet.networks.keys
    const seed = TxSeed.fromBytes(new Uint8Array(32).fill(77))
    const foreign = sealMessage({ seed, ioPublicKey, codeHash: CODE_HASH, message: '{}' })
    const found = await reviewMessages(wallet, [await execute(wallet, foreign.wire)])
    expect(found).toMatchObject({ dangerous: true, messages: [{ input: { kind: 'unreadable' } }] })

    const own = await wallet.vault.txSeed(CHAIN_ID)
    const retired = sealMessage({
      seed: own,
      ioPublicKey: new Uint8Array(32).fill(9),
      codeHash: CODE_HASH,
      message: '{}',
    })
    const lost = await reviewMessages(wallet, [await execute(wallet, retired.wire)])
    expect(lost).toMatchObject({ dangerous: true, messages: [{ input: { kind: 'unreadable' } }] })
  })

  it('sealed under an earlier network key or by another wallet of the same account are still read', async () => {
    const wallet = fakeWallet()
    const wire = sealed(wallet, { deposit: {} })
    wallet.networks.keys.unshift(new Uint8Array(32).fill(9))
    const found = await reviewMessages(wallet, [await execute(wallet, wire)])
    expect(found.messages[0]?.title).toBe('Wrap into sSCRT')
    // Readable here, and lost on the chain.
    expect(dangers(found)[0]).toContain('a network key that has been replaced')

    const keplr = sealMessage({
      seed: deriveKeplrTxSeed(wallet.vault.key, CHAIN_ID),
      ioPublicKey: ENCLAVE.pair().publicKey,
      codeHash: CODE_HASH,
      message: '{"deposit":{}}',
    })
    const other = await reviewMessages(wallet, [await execute(wallet, keplr.wire)])
    expect(other).toMatchObject({ dangerous: false, messages: [{ input: { kind: 'decrypted' } }] })
  })

  it('say what they send along and what pretends to come from a contract', async () => {
    const wallet = fakeWallet()
    const wire = sealed(wallet, { deposit: {} })
    const funds = [{ denom: 'uscrt', amount: 2_000_000n }]
    const paid = await reviewMessages(wallet, [await execute(wallet, wire, { funds })])
    expect(paid.messages[0]?.sentence).toBe('Turn 2 SCRT into sSCRT')
    expect(paid.warnings).toContainEqual({
      rule: 'funds-attached',
      level: 'caution',
      text: expect.stringContaining('2 SCRT'),
    })
    const forged = await reviewMessages(wallet, [
      await execute(wallet, wire, { callbackSig: Uint8Array.of(1), callbackCodeHash: CODE_HASH }),
    ])
    expect(forged.dangerous).toBe(true)
    expect(dangers(forged)[0]).toContain('another contract')
  })
})

describe('transactions', () => {
  it('of the chain itself are put into words, as public ones', async () => {
    const wallet = fakeWallet()
    const found = await reviewMessages(wallet, [await bankSend(wallet)], 'thanks')
    expect(found.messages[0]).toMatchObject({
      title: 'Send in public',
      sentence: expect.stringContaining('Send 1.5 SCRT to secret1'),
      kind: 'native',
      funds: [{ symbol: 'SCRT', amount: '1500000', decimals: 6 }],
      visibility: [{ who: 'public' }],
    })
    expect(found.memo).toBe('thanks')
    expect(found.warnings).toContainEqual({ rule: 'memo-public', level: 'note', text: 'The memo is public.' })
    expect(found.fee).toEqual({
      coins: [{ denom: 'uscrt', symbol: 'SCRT', decimals: 6, amount: '15000' }],
      gas: '150000',
    })
  })

  it('P28: unknown fields, doubled fields and trailing bytes are a danger', async () => {
    const wallet = fakeWallet()
    const params = await directParams(wallet, [await bankSend(wallet)], 'one')
    const bytes = [...base64.decode(params.bodyBytes)]
    const unknownField = base64.encode(Uint8Array.from([...bytes, 0x98, 0x06, 0x01]))
    const secondMemo = base64.encode(Uint8Array.from([...bytes, 0x12, 0x03, 0x74, 0x77, 0x6f]))
    for (const bodyBytes of [unknownField, secondMemo]) {
      const found = await review(wallet, { ...params, bodyBytes })
      expect(found.dangerous).toBe(true)
      expect(dangers(found)).toHaveLength(1)
    }
  })

  it('with a type that nobody knows say so', async () => {
    const wallet = fakeWallet()
    const unknown: ChainMessage = {
      kind: 'unknown',
      typeUrl: '/evil.v1.Msg\u202eSend',
      value: Uint8Array.of(1, 2),
      json: undefined,
    }
    const found = await reviewMessages(wallet, [unknown])
    expect(found).toMatchObject({ dangerous: true, messages: [{ kind: 'unknown', title: 'Unknown action' }] })
    expect(JSON.stringify(found)).not.toContain('\u202e')
    expect(found.messages[0]?.input).toMatchObject({ kind: 'unreadable', hex: '0102' })
  })

  it('U56: of a thousand messages and a long memo stay small and say what is missing', async () => {
    const wallet = fakeWallet()
    const send = await bankSend(wallet)
    const found = await reviewMessages(
      wallet,
      Array.from({ length: 1000 }, () => send),
      'm'.repeat(500_000),
    )
    expect(found.messages).toHaveLength(100)
    expect(found.dangerous).toBe(true)
    expect(JSON.stringify(found).length).toBeLessThan(600_000)
  })

  it('P31: with an account number that is not the chain’s say that it will be refused', async () => {
    const wallet = fakeWallet()
    wallet.facts.account = async () => ({ accountNumber: 8n, sequence: 0n })
    const found = await reviewMessages(wallet, [await bankSend(wallet)])
    expect(found.warnings).toContainEqual({
      level: 'caution',
      text: expect.stringContaining('account number'),
    })
  })

  it('P10, U57: show no control, direction or zero-width character from a page anywhere', async () => {
    const wallet = fakeWallet()
    const nasty = '<b>\u202e\u200b\0</b>'
    const found = await reviewMessages(
      wallet,
      [
        await execute(wallet, sealed(wallet, { [nasty]: { memo: nasty } })),
        { ...(await bankSend(wallet)), amount: [{ denom: nasty, amount: 1n }] } as ChainMessage,
      ],
      nasty,
    )
    const hiding = textsOf(found).filter((text) => !isPlainlyVisible(text))
    expect(hiding).toEqual([])
    expect(found.memo).toBe('<b>\\u{202e}\\u{200b}\\u{0}</b>')
  })

  it('to more recipients than a node is asked about say of how many nothing is known', async () => {
    const wallet = fakeWallet()
    const toMany = (count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, index) => ({
          ...(await bankSend(wallet)),
          to: addressFromBytes(new Uint8Array(20).fill(index + 1)),
        })),
      )
    const unasked = async (count: number) =>
      (await reviewMessages(wallet, (await toMany(count)) as ChainMessage[])).warnings.filter(
        ({ rule }) => rule === 'recipients-unasked',
      )
    expect(await unasked(10)).toEqual([])
    expect(await unasked(12)).toEqual([
      {
        rule: 'recipients-unasked',
        level: 'caution',
        text: expect.stringContaining('of 2 it did not check'),
      },
    ])
  })

  it('mark what deserves a look in messages that are not put into words, and only there', async () => {
    const marks = async (message: JsonValue) => {
      const [first] = (await reviewContract(message)).messages
      return first?.input.kind === 'decrypted' ? first.input.remarks?.map(({ mark }) => mark) : undefined
    }
    expect(await marks({ do_something: { owner: BOB, amount: '5' } })).toEqual(['power', 'address', 'amount'])
    expect(await marks({ transfer: { recipient: BOB, amount: '5' } })).toBeUndefined()
    const msg = base64.encode(utf8.decode('{"swap":{"to":"x"}}'))
    expect(await marks({ send: { recipient: BOB, amount: '5', msg } })).toEqual(['nested'])
  })
})
