import { base64, bech32, hex } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import accounts from '../../vectors/accounts.json'
import golden from '../../vectors/golden-signatures.json'
import permits from '../../vectors/permits.json'
import transaction from '../../vectors/transaction.json'
import encryption from '../../vectors/tx-encryption.json'
import { adr36SignDoc, encodeAminoJson, type JsonObject, type JsonValue } from './amino-json'
import { codeOf } from './code-of.fake'
import { Mnemonic } from './mnemonic'
import { sha256 } from './sha256'
import { accountBytesOf, SigningKey, verifySignature } from './signing-key'

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const encode = (value: JsonValue): string => decode(encodeAminoJson(value))

async function keyOf(mnemonic: string | undefined): Promise<SigningKey> {
  return SigningKey.fromSeed(await Mnemonic.fromText(mnemonic ?? '').seed(), {
    coinType: 529,
    account: 0,
    change: 0,
    index: 0,
  })
}

const accountA = accounts.accounts.find(({ name }) => name === 'a')?.mnemonic

/** The document of a query permit: SNIP-24. */
function permitDoc({ chain_id, ...value }: JsonObject & { chain_id: string }): JsonObject {
  return {
    chain_id,
    account_number: '0',
    sequence: '0',
    fee: { gas: '1', amount: [{ denom: 'uscrt', amount: '0' }] },
    msgs: [{ type: 'query_permit', value }],
    memo: '',
  }
}

describe('amino JSON', () => {
  it('gives the published permit digests, whose signatures verify', async () => {
    for (const { params, publicKey, signature, digest, address, ...rest } of permits.cases) {
      const bytes = encodeAminoJson(permitDoc(params))
      expect(hex.encode(sha256(bytes))).toBe(digest)
      const key = base64.decode(publicKey)
      expect(verifySignature(key, sha256(bytes), base64.decode(signature))).toBe(true)
      expect(bech32.encode('secret', bech32.toWords(accountBytesOf(key)))).toBe(address)
      if ('signer' in rest) {
        expect(base64.encode((await keyOf(accountA)).signBytes(bytes))).toBe(signature)
      }
    }
  })

  it('gives the published transaction document and signature', async () => {
    const wire = base64.encode(
      hex.decode(encryption.nonce + encryption.userPublicKey + encryption.ciphertext),
    )
    const bytes = encodeAminoJson({
      chain_id: transaction.chainId,
      account_number: transaction.accountNumber,
      sequence: transaction.sequence,
      fee: { gas: transaction.gas, amount: [{ denom: 'uscrt', amount: transaction.fee }] },
      memo: '',
      msgs: [
        {
          type: 'wasm/MsgExecuteContract',
          value: {
            sender: transaction.amino.senderBase64,
            contract: transaction.amino.contractBase64,
            msg: wire,
            sent_funds: [],
          },
        },
      ],
    })
    expect(bytes).toHaveLength(transaction.amino.length)
    expect(hex.encode(sha256(bytes))).toBe(transaction.amino.digest)
    const key = await keyOf(accountA)
    expect(hex.encode(key.signBytes(bytes))).toBe(transaction.amino.signature)
    expect(hex.encode(key.accountBytes())).toBe(transaction.sender)
  })

  it('signs the published DIRECT document', async () => {
    const wire = encryption.nonce + encryption.userPublicKey + encryption.ciphertext
    const signDoc = signDocBytes(
      hex.decode(transaction.bodyPrefix + wire),
      hex.decode(transaction.authInfoDirect),
    )
    expect(hex.encode(sha256(signDoc))).toBe(transaction.direct.digest)
    const key = await keyOf(accountA)
    expect(hex.encode(key.signBytes(signDoc))).toBe(transaction.direct.signature)
    expect(verifySignature(key.publicKey(), sha256(signDoc), hex.decode(transaction.direct.signature))).toBe(
      true,
    )
  })

  it('gives the signatures that existing dApps are used to', async () => {
    const key = await keyOf(golden.mnemonic)
    expect(bech32.encode('secret', bech32.toWords(key.accountBytes()))).toBe(golden.address)
    const permit = key.signBytes(encodeAminoJson(permitDoc(golden.permit.params)))
    expect(base64.encode(permit)).toBe(golden.permit.signature)
    const document = adr36SignDoc(golden.address, new TextEncoder().encode(golden.adr36.text))
    expect(base64.encode(key.signBytes(encodeAminoJson(document)))).toBe(golden.adr36.signature)
  })

  it('sorts keys at every depth and leaves lists as they are', () => {
    expect(encode({ b: [{ z: 1, y: 2 }, [2, 1]], a: { d: null, c: true }, B: '' })).toBe(
      '{"B":"","a":{"c":true,"d":null},"b":[{"y":2,"z":1},[2,1]]}',
    )
  })

  it('escapes < > and & in texts and keys', () => {
    expect(encode({ '<&>': '<&>"\\\n\u2028é😀' })).toBe(
      '{"\\u003c\\u0026\\u003e":"\\u003c\\u0026\\u003e\\"\\\\\\n\u2028é😀"}',
    )
  })

  it('holds the same value for any reader of JSON, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        const text = encode(value as JsonValue)
        expect(JSON.parse(text)).toEqual(plain)
        expect(encode(reversed(value as JsonValue))).toBe(text)
        expect(/[<>&]/.test(text)).toBe(false)
      }),
    )
  })

  it('P9: keeps an own __proto__ key as data', () => {
    const hostile = JSON.parse('{"z":1,"__proto__":{"a":1}}') as JsonObject
    expect(encode(hostile)).toBe('{"__proto__":{"a":1},"z":1}')
  })

  it('refuses what JSON or UTF-8 cannot hold, and documents nested without end', () => {
    const hostile = [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('a')] as unknown[]
    for (const value of hostile) {
      expect(codeOf(() => encodeAminoJson({ a: [value] } as JsonObject))).toBe('amino/value')
    }
    expect(codeOf(() => encodeAminoJson(new Array(1) as JsonValue[]))).toBe('amino/value')
    expect(codeOf(() => encodeAminoJson({ a: '\ud800' }))).toBe('text/surrogate')
    expect(codeOf(() => encodeAminoJson({ '\udc00': 1 }))).toBe('text/surrogate')
    let deep: JsonValue = []
    for (let depth = 0; depth < 10_000; depth++) deep = [deep]
    expect(codeOf(() => encodeAminoJson(deep))).toBe('amino/depth')
  })
})

/** SignDoc: body 1, auth info 2, chain id 3, account number 4. */
function signDocBytes(body: Uint8Array, authInfo: Uint8Array): Uint8Array {
  const field = (tag: number, bytes: Uint8Array): number[] => [tag, ...varint(bytes.length), ...bytes]
  const chainId = new TextEncoder().encode(transaction.chainId)
  const account = [0x20, ...varint(Number(transaction.accountNumber))]
  return Uint8Array.from([
    ...field(0x0a, body),
    ...field(0x12, authInfo),
    ...field(0x1a, chainId),
    ...account,
  ])
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]
}

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, item]): [string, JsonValue] => [key, reversed(item)])
  return Object.fromEntries(entries.reverse())
}
