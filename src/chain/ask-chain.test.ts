import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../domain/index'
import { getAccount, getBalance, getBalances } from './account'
import { ChainError } from './chain-error'
import { CHAINS, type Chain, feeFor } from './chains'
import { createClient } from './client'
import { getCodeHash, getContractInfo } from './contract'
import { fakeClock, fakeNodes, NODE_INFO, nodeInfo, type Reply, refusal, silence } from './node.fake'
import { getLatestBlock, getNodeInfo } from './node-info'
import { getTxKey } from './tx-key'

const chain = CHAINS.find(({ chainId }) => chainId === 'secretdev-1') as Chain
const A = 'https://a.example'
const B = 'https://b.example'
const C = 'https://c.example'
const address = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const contract = parseAddress('secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg')
const INFO = `/cosmos/auth/v1beta1/account_info/${address}`
const ACCOUNT = `/cosmos/auth/v1beta1/accounts/${address}`
const KEY = '/registration/v1beta1/tx-key'
const HASH = `/compute/v1beta1/code_hash/by_contract_address/${contract}`

function client(replies: Record<string, Record<string, Reply>>) {
  const nodes = fakeNodes(replies)
  const made = createClient({
    chain,
    endpoints: Object.keys(replies),
    fetch: nodes.fetch,
    clock: fakeClock(),
  })
  return Object.assign(made, { asked: nodes.asked })
}

describe('accounts', () => {
  const base = { address, pub_key: null, account_number: '7', sequence: '3' }
  const found = { kind: 'found', accountNumber: 7n, sequence: 3n }

  it('reads the uniform form', async () => {
    expect(await getAccount(client({ [A]: { [INFO]: { info: base } } }), address)).toEqual(found)
  })

  it.each([
    ['base', { '@type': '/cosmos.auth.v1beta1.BaseAccount', ...base }],
    ['module', { base_account: base, name: 'x', permissions: [] }],
    ['vesting', { base_vesting_account: { base_account: base, end_time: '1' }, start_time: '0' }],
  ])('reads a %s account where the uniform form is missing', async (_, account) => {
    const replies = { [INFO]: () => refusal(12, 'Not Implemented', 501), [ACCOUNT]: { account } }
    expect(await getAccount(client({ [A]: replies }), address)).toEqual(found)
  })

  it('takes a new address for what it is', async () => {
    expect(await getAccount(client({ [A]: {} }), address)).toEqual({ kind: 'unfunded' })
    const old = { [INFO]: () => refusal(12, 'Not Implemented', 501) }
    expect(await getAccount(client({ [A]: old }), address)).toEqual({ kind: 'unfunded' })
  })

  it.each([
    ['another address', { ...base, address: contract }],
    ['a number', { ...base, sequence: 3 }],
    ['a negative number', { ...base, account_number: '-1' }],
    ['2^64', { ...base, sequence: (1n << 64n).toString() }],
  ])('refuses an account with %s', async (_, info) => {
    const pending = getAccount(client({ [A]: { [INFO]: { info } } }), address)
    await expect(pending).rejects.toMatchObject({ code: 'chain/bad-answer' })
  })
})

describe('balances', () => {
  const path = `/cosmos/bank/v1beta1/balances/${address}`

  it('follows the pages', async () => {
    const one = { balances: [{ denom: 'uscrt', amount: '5' }], pagination: { next_key: 'a+b=', total: '2' } }
    const two = { balances: [{ denom: 'ibc/AB', amount: '6' }], pagination: { next_key: null } }
    const pages = [one, two]
    const made = client({ [A]: { [path]: () => Response.json(pages.shift()) } })
    expect(await getBalances(made, address)).toEqual([
      { denom: 'uscrt', amount: 5n },
      { denom: 'ibc/AB', amount: 6n },
    ])
    expect(made.asked.at(-1)?.url.searchParams.get('pagination.key')).toBe('a+b=')
  })

  it('asks for one denomination by query, since names hold slashes', async () => {
    const made = client({ [A]: { [`${path}/by_denom`]: { balance: { denom: 'ibc/AB', amount: '9' } } } })
    expect(await getBalance(made, address, 'ibc/AB')).toBe(9n)
    await expect(getBalance(made, address, 'uscrt')).rejects.toMatchObject({ code: 'chain/bad-answer' })
  })

  it.each(['1e30', '-1', '1.5', '', ' 1', (1n << 256n).toString()])(
    'N69: refuses the amount %j',
    async (amount) => {
      const made = client({ [A]: { [`${path}/by_denom`]: { balance: { denom: 'uscrt', amount } } } })
      await expect(getBalance(made, address, 'uscrt')).rejects.toMatchObject({ code: 'chain/bad-answer' })
    },
  )
})

describe('the transaction key', () => {
  const good = new Uint8Array(32).fill(9)
  const served = (bytes: Uint8Array) => ({ [KEY]: { key: base64.encode(bytes) } })

  it('is agreed when three nodes say the same', async () => {
    const answer = await getTxKey(client({ [A]: served(good), [B]: served(good), [C]: served(good) }))
    expect(answer).toEqual({ kind: 'agreed', key: good, endpoints: [A, B, C], sites: 3 })
  })

  it('is agreed when the only node set says it', async () => {
    expect(await getTxKey(client({ [A]: served(good) }))).toMatchObject({ kind: 'agreed' })
  })

  it('is unconfirmed when only one of several answers', async () => {
    const answer = await getTxKey(client({ [A]: served(good), [B]: { [KEY]: silence } }))
    expect(answer).toEqual({ kind: 'unconfirmed', key: good, endpoint: A })
  })

  it('is asked of more nodes while only one site has answered', async () => {
    const down = { [KEY]: () => Response.error() }
    const made = client({ [A]: down, [B]: down, [C]: served(good), 'https://d.example': served(good) })
    expect(await getTxKey(made)).toMatchObject({ kind: 'agreed', endpoints: [C, 'https://d.example'] })
  })

  it('is unconfirmed when two addresses of one owner say it and the other owner is away', async () => {
    const twice = 'https://again.a.example'
    const made = client({ [A]: served(good), [twice]: served(good), [B]: { [KEY]: silence } })
    expect(await getTxKey(made)).toMatchObject({ kind: 'unconfirmed', endpoint: A })
  })

  it('N78: of a node of another network counts for nothing', async () => {
    const other = new Uint8Array(32).fill(8)
    const foreign = { ...served(other), [NODE_INFO]: nodeInfo('secret-4') }
    expect(await getTxKey(client({ [A]: served(good), [B]: foreign }))).toMatchObject({
      kind: 'unconfirmed',
      endpoint: A,
    })
  })

  it('is disagreed when one node serves its own', async () => {
    const other = new Uint8Array(32).fill(8)
    const answer = await getTxKey(client({ [A]: served(good), [B]: served(other), [C]: served(good) }))
    expect(answer).toMatchObject({
      kind: 'disagreed',
      keys: [{ endpoint: A }, { endpoint: B }, { endpoint: C }],
    })
  })

  it.each([
    ['31 bytes', served(good.subarray(1))],
    ['33 bytes', served(new Uint8Array(33).fill(9))],
    ['zeros', served(new Uint8Array(32))],
    ['a low-order point', served(Uint8Array.from([1, ...new Uint8Array(31)]))],
    ['no base64', { [KEY]: { key: 'not base64!' } }],
  ])('is unusable with %s, even when others are well', async (_, bad) => {
    const answer = await getTxKey(client({ [A]: served(good), [B]: bad }))
    expect(answer).toMatchObject({ kind: 'unusable', endpoint: B })
  })

  it('throws when nobody answers', async () => {
    await expect(getTxKey(client({ [A]: { [KEY]: silence } }))).rejects.toMatchObject({
      code: 'chain/timeout',
    })
  })
})

describe('contracts', () => {
  const hash = 'AF74387E276BE8874F07BEC3A87023EE49B0E7EBE08178C49D0A49C3C98ED60E'

  it('gives the code hash in lower case, asks once, and again when told to', async () => {
    const made = client({ [A]: { [HASH]: { code_hash: hash } } })
    const [one, two] = await Promise.all([getCodeHash(made, contract), getCodeHash(made, contract)])
    expect([one, two]).toEqual([hash.toLowerCase(), hash.toLowerCase()])
    await getCodeHash(made, contract, { fresh: true })
    expect(made.asked.filter(({ url }) => url.pathname === HASH)).toHaveLength(2)
  })

  it('does not remember a failure', async () => {
    const replies = [refusal(5, 'not found', 404), Response.json({ code_hash: hash })]
    const made = client({ [A]: { [HASH]: () => replies.shift() ?? Response.error() } })
    await expect(getCodeHash(made, contract)).rejects.toMatchObject({ code: 'chain/not-found' })
    expect(await getCodeHash(made, contract)).toBe(hash.toLowerCase())
  })

  const other = hash.replace('AF', '00')
  const named = (code_hash: string) => ({ [HASH]: { code_hash } })

  it('N66: takes a code hash that two independent nodes name, and asks them at once', async () => {
    const made = client({ [A]: named(hash), [B]: named(hash), [C]: named(other) })
    expect(await getCodeHash(made, contract)).toBe(hash.toLowerCase())
    expect(made.asked.filter(({ url }) => url.pathname === HASH)).toHaveLength(2)
  })

  it('N66: takes none when they disagree, and tells who said what', async () => {
    const made = client({ [A]: named(hash), [B]: named(other) })
    await expect(getCodeHash(made, contract)).rejects.toMatchObject({
      code: 'chain/code-hash-disagreement',
      answers: [
        { endpoint: A, codeHash: hash.toLowerCase() },
        { endpoint: B, codeHash: other.toLowerCase() },
      ],
    })
  })

  it('N66: takes no code hash on one node’s word while others are set, and asks the others when one is away', async () => {
    const away = { [HASH]: () => Response.error() }
    await expect(getCodeHash(client({ [A]: named(hash), [B]: away }), contract)).rejects.toMatchObject({
      code: 'chain/unconfirmed',
    })
    const lagging = client({ [A]: named(hash), [B]: { [HASH]: refusal(5, 'not found', 404) } })
    await expect(getCodeHash(lagging, contract)).rejects.toMatchObject({ code: 'chain/unconfirmed' })
    const three = client({ [A]: away, [B]: named(hash), [C]: named(hash) })
    expect(await getCodeHash(three, contract)).toBe(hash.toLowerCase())
  })

  it('N67: names the code of now when asked afresh, once for all who ask at the same time', async () => {
    let current = hash
    const made = client({ [A]: { [HASH]: () => Response.json({ code_hash: current }) } })
    await getCodeHash(made, contract)
    current = other
    expect(await getCodeHash(made, contract)).toBe(hash.toLowerCase())
    const fresh = Array.from({ length: 5 }, () => getCodeHash(made, contract, { fresh: true }))
    expect(await Promise.all(fresh)).toEqual(Array(5).fill(other.toLowerCase()))
    expect(made.asked.filter(({ url }) => url.pathname === HASH)).toHaveLength(2)
    expect(await getCodeHash(made, contract)).toBe(other.toLowerCase())
  })

  it('reads who may change a contract', async () => {
    const info = {
      code_id: '5',
      creator: address,
      label: 'x',
      created: { block_height: '1', tx_index: '0' },
      admin: '',
      admin_proof: null,
      require_governance: false,
    }
    const path = `/compute/v1beta1/info/${contract}`
    const made = client({ [A]: { [path]: { contract_address: contract, contract_info: info } } })
    expect(await getContractInfo(made, contract)).toMatchObject({ codeId: 5n, admin: undefined, label: 'x' })
    const other = client({ [A]: { [path]: { contract_address: address, contract_info: info } } })
    await expect(getContractInfo(other, contract)).rejects.toMatchObject({ code: 'chain/bad-answer' })
  })
})

describe('the node itself', () => {
  it('says its network and its newest block', async () => {
    const header = { chain_id: 'secretdev-1', height: '12', time: '2026-01-02T03:04:05.123456789Z' }
    const made = client({ [A]: { '/cosmos/base/tendermint/v1beta1/blocks/latest': { block: { header } } } })
    expect(await getNodeInfo(made)).toMatchObject({ network: 'secretdev-1' })
    expect(await getLatestBlock(made)).toEqual({
      chainId: 'secretdev-1',
      height: 12n,
      time: Date.parse(header.time),
    })
  })

  it('may answer anything at all: the error is typed', async () => {
    const ask = [getAccount, getBalances] as const
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...ask), async (value, question) => {
        const made = client({
          [A]: {
            [INFO]: () => Response.json(value),
            [`/cosmos/bank/v1beta1/balances/${address}`]: () => Response.json(value),
          },
        })
        try {
          await question(made, address)
        } catch (error) {
          expect(error).toBeInstanceOf(ChainError)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('fees', () => {
  it('round up to whole base units', () => {
    expect(feeFor(150000n, '0.25')).toBe(37500n)
    expect(feeFor(1n, '0.0125')).toBe(1n)
    expect(feeFor(100n, '0.0125')).toBe(2n)
    expect(() => feeFor(1n, '1e5')).toThrow(TypeError)
  })
})
