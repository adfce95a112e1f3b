import { base64, hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import vector from '../../vectors/contract-call.json'
import { deriveTxKey, TxSeed } from '../crypto/index'
import { openInput, readWire, sealCiphertext } from '../crypto/tx-cipher'
import { parseAddress, parseCodeHash } from '../domain/index'
import { CHAINS, type Chain } from './chains'
import { createClient } from './client'
import { queryContract } from './contract-query'
import { fakeClock, fakeNodes, refusal } from './node.fake'
import { getTokenBalance, getTokenInfo } from './snip20-query'

const chain = CHAINS.find(({ chainId }) => chainId === 'secretdev-1') as Chain
const contract = parseAddress(vector.contract)
const codeHash = parseCodeHash(vector.code_hash)
const ioPublicKey = hex.decode(vector.io_public_key)
/** The network's secret key of Protocol 10.2. */
const enclave = TxSeed.fromBytes(
  hex.decode('20aec1ea757ec69ae3b1d7e1a16d6750b35f7dc32d1c9ce8fa425cc6840ae01c'),
)
const encode = (text: string) => new TextEncoder().encode(text)

interface Asked {
  readonly codeHash: string
  readonly query: unknown
  readonly publicKey: string
}

/** A node with an enclave: opens the query and answers what `reply` says, sealed as the network seals it. */
function network(reply: (seal: (text: string) => Uint8Array, key: Uint8Array) => Response) {
  const seen: Asked[] = []
  const answer = (url: URL): Response => {
    const wire = base64.decode(url.searchParams.get('query') ?? '')
    const parts = readWire(wire)
    if (parts === undefined) return refusal(3, 'too short', 400)
    const key = deriveTxKey(enclave, parts.publicKey, parts.nonce).bytes()
    const input = openInput(key, wire)
    const query: unknown = JSON.parse(input?.message ?? '')
    seen.push({ codeHash: input?.codeHash ?? '', query, publicKey: hex.encode(parts.publicKey) })
    return reply((text) => sealCiphertext(key, encode(text)), key)
  }
  const nodes = fakeNodes({ 'https://a.example': { [`/compute/v1beta1/query/${contract}`]: answer } })
  const client = createClient({
    chain,
    endpoints: ['https://a.example'],
    fetch: nodes.fetch,
    clock: fakeClock(),
  })
  return { client, seen, nodes }
}

const says = (text: string) => (seal: (text: string) => Uint8Array) =>
  Response.json({ data: base64.encode(seal(base64.encode(encode(text)))) })
const query = { contract, codeHash, query: { token_info: {} }, ioPublicKey }

describe('a query', () => {
  it('is sealed for the contract and its answer opened, padding gone', async () => {
    const { client, seen } = network(says('{"ok":{"a":1}}'.padEnd(256)))
    expect(await queryContract(client, query)).toEqual({ ok: { a: 1 } })
    expect(seen).toMatchObject([{ codeHash, query: { token_info: {} } }])
  })

  it('uses another key pair each time, never one that a node could link', async () => {
    const { client, seen } = network(says('{}'))
    await queryContract(client, query)
    await queryContract(client, query)
    expect(new Set(seen.map(({ publicKey }) => publicKey)).size).toBe(2)
  })

  it('N83: carries a viewing key inside the sealed part only', async () => {
    const { client, nodes } = network(says('{"balance":{"amount":"77"}}'))
    const address = parseAddress(vector.sender)
    const token = { contract, codeHash, ioPublicKey, address, viewingKey: 'api_key_canary' }
    expect(await getTokenBalance(client, token)).toEqual({ kind: 'balance', amount: 77n })
    expect(JSON.stringify(nodes.asked)).not.toContain('canary')
  })

  it('reads an empty answer as an empty object', async () => {
    const { client } = network(() => Response.json({ data: '' }))
    expect(await queryContract(client, query)).toEqual({})
  })

  it.each([
    ['newer', (sealed: string) => `encrypted: ${sealed}: query contract failed`],
    ['older', (sealed: string) => `query contract failed: encrypted: ${sealed}`],
  ])("opens the contract's refusal in the %s order", async (_, message) => {
    const said = '{"generic_err":{"msg":"Wrong viewing key"}}'
    const { client } = network((seal) => refusal(2, message(base64.encode(seal(said)))))
    const expected = { code: 'contract/refused', message: 'Wrong viewing key', said }
    await expect(queryContract(client, query)).rejects.toMatchObject(expected)
  })

  it.each<[string, (seal: (text: string) => Uint8Array) => Response, string]>([
    [
      'a foreign answer',
      () => Response.json({ data: base64.encode(new Uint8Array(60)) }),
      'contract/unreadable',
    ],
    [
      'a truncated answer',
      (seal) => Response.json({ data: base64.encode(seal('AAAA').subarray(1)) }),
      'contract/unreadable',
    ],
    [
      'an answer that is not base64 inside',
      (seal) => Response.json({ data: base64.encode(seal('?')) }),
      'contract/unreadable',
    ],
    ['an answer that is not JSON', says('hello'), 'contract/unreadable'],
    ['an answer that is not base64', () => Response.json({ data: '?' }), 'chain/bad-answer'],
    ['an answer of another shape', () => Response.json([]), 'chain/bad-answer'],
    [
      'a refusal sealed for another',
      () => refusal(2, `encrypted: ${base64.encode(new Uint8Array(60))}: query contract failed`),
      'contract/unreadable',
    ],
    ['a missing contract', () => refusal(5, 'contract not found', 404), 'chain/not-found'],
    ['50 MB', () => new Response('x', { headers: { 'content-length': '50000000' } }), 'chain/too-large'],
  ])('N69: ends in a typed error after %s', async (_, reply, code) => {
    const { client } = network(reply)
    await expect(queryContract(client, query)).rejects.toMatchObject({ code })
  })

  it('refuses to encrypt to a low-order key', async () => {
    const { client, nodes } = network(says('{}'))
    const pending = queryContract(client, { ...query, ioPublicKey: new Uint8Array(32) })
    await expect(pending).rejects.toMatchObject({ code: 'tx-key/low-order' })
    expect(nodes.asked).toEqual([])
  })

  it('N69: does not show what a token says when it makes no sense', async () => {
    const { client } = network(says('{"token_info":{"name":"x","symbol":"X","decimals":255}}'))
    await expect(getTokenInfo(client, query)).rejects.toMatchObject({ code: 'contract/unreadable' })
  })
})
