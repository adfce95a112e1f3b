import { base64, hex } from '@scure/base'
import fc from 'fast-check'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { describe, expect, it } from 'vitest'
import { encodeAminoJson, sha256, verifySignature } from '../../src/crypto/index'
import type { JsonObject } from '../../src/domain/index'
import { DEV_ACCOUNTS } from '../accounts'
import { ask, startTestNode } from '../test-node.fake'

const PATH = '/cosmos/tx/v1beta1'
const { lcd } = startTestNode()
const me = new AminoWallet()
const to = DEV_ACCOUNTS[1]?.address ?? ''
const amount = [{ denom: 'uscrt', amount: '5' }]
const SEND = { type: 'cosmos-sdk/MsgSend', value: { from_address: me.address, to_address: to, amount } }
const FEE = { amount, gas: '50000' }

function stdTx(value: object): string {
  return JSON.stringify({ type: 'cosmos-sdk/StdTx', value })
}

const encode = (amino_json: unknown) => ask(lcd, `${PATH}/encode/amino`, { amino_json })
const decode = (amino_binary: unknown) => ask(lcd, `${PATH}/decode/amino`, { amino_binary })

async function roundTrip(json: string): Promise<string> {
  const encoded = await encode(json)
  expect(encoded).toMatchObject({ status: 200, body: { amino_binary: expect.any(String) } })
  const decoded = await decode((encoded.body as { amino_binary: string }).amino_binary)
  expect(decoded).toMatchObject({ status: 200, body: { amino_json: expect.any(String) } })
  return (decoded.body as { amino_json: string }).amino_json
}

describe('the amino forms of a transaction', () => {
  it('bring one that secretjs has signed back as it was, and its signature with it', async () => {
    const context = { account_number: '7', chain_id: 'secretdev-1', sequence: '3' }
    const doc = { ...context, fee: FEE, memo: '<b> & ü', msgs: [SEND] }
    const { signed, signature } = await me.signAmino(me.address, doc)
    const tx = {
      msg: signed.msgs,
      fee: signed.fee,
      signatures: [{ pub_key: signature.pub_key, signature: signature.signature }],
      memo: signed.memo,
      timeout_height: '0',
    }
    const json = await roundTrip(stdTx(tx))
    expect(JSON.parse(json).value).toEqual(tx)
    expect(json).toContain('\\u003cb\\u003e \\u0026 ü')
    const { msg, fee, memo, signatures } = JSON.parse(json).value
    const document: JsonObject = { ...context, msgs: msg, fee, memo }
    const [one] = signatures
    expect(one.pub_key.type).toBe('tendermint/PubKeySecp256k1')
    const digest = sha256(encodeAminoJson(document))
    expect(verifySignature(base64.decode(one.pub_key.value), digest, base64.decode(one.signature))).toBe(true)
  })

  it('keep the signature of several keys and a fee that somebody else pays', async () => {
    const key = { type: 'tendermint/PubKeySecp256k1', value: base64.encode(me.publicKey) }
    const pub_key = {
      type: 'tendermint/PubKeyMultisigThreshold',
      value: { threshold: '1', pubkeys: [key, key] },
    }
    const tx = stdTx({
      msg: [SEND, SEND],
      fee: { ...FEE, payer: me.address, granter: to },
      signatures: [
        { pub_key, signature: base64.encode(new Uint8Array(70).fill(1)) },
        { pub_key: null, signature: null },
      ],
      memo: '',
      timeout_height: '18446744073709551615',
    })
    expect(await roundTrip(tx)).toBe(tx)
  })

  it('show a contract’s message with addresses, and take no base64 in their place', async () => {
    const execute = (sender: string) =>
      stdTx({
        msg: [
          { type: 'wasm/MsgExecuteContract', value: { sender, contract: to, msg: 'AQI=', sent_funds: [] } },
        ],
        fee: FEE,
        signatures: null,
        memo: '',
        timeout_height: '0',
      })
    expect(await roundTrip(execute(me.address))).toBe(execute(me.address))
    expect(await encode(execute('AAAAAAAAAAAAAAAAAAAAAAAAAAA='))).toMatchObject({
      status: 500,
      body: { code: 2, message: expect.stringContaining('decoding bech32 failed') },
    })
  })

  it('read what is left out as empty, pass over what nobody knows, and take either name of the member', async () => {
    expect(await ask(lcd, `${PATH}/encode/amino`, { aminoJson: stdTx({ who: 1 }) })).toMatchObject({
      status: 200,
      body: { amino_binary: base64.encode(hex.decode('282816a9')) },
    })
    expect(await decode('KCgWqQ==')).toMatchObject({
      body: {
        amino_json: stdTx({
          msg: null,
          fee: { amount: [], gas: '0' },
          signatures: null,
          memo: '',
          timeout_height: '0',
        }),
      },
    })
  })
})

describe('amino that is none', () => {
  it.each([
    ['', 400, 3, 'invalid empty tx json'],
    [5, 400, 3, 'invalid empty tx json'],
    [
      'invalid tx json',
      500,
      2,
      "cannot parse disfix JSON wrapper: invalid character 'i' looking for beginning of value",
    ],
    ['{"type":', 500, 2, 'cannot parse disfix JSON wrapper: unexpected end of JSON input'],
    ['[]', 500, 2, 'cannot parse disfix JSON wrapper: json: cannot unmarshal array'],
    ['{}', 500, 2, 'JSON encoding of interfaces require non-empty type field'],
    ['{"type":"cosmos-sdk/StdTx"}', 500, 2, 'interface JSON wrapper should have non-empty value field'],
    [JSON.stringify(SEND), 500, 2, 'wants to decode a cosmos-sdk/StdTx but found a cosmos-sdk/MsgSend'],
    [stdTx({ msg: [{ type: 'a/B', value: {} }] }), 500, 2, 'unrecognized concrete type name a/B'],
    [stdTx({ msg: {} }), 500, 2, 'json: cannot unmarshal object into Go value of type []json.RawMessage'],
    [stdTx({ memo: 5 }), 500, 2, 'json: cannot unmarshal number into Go value of type string'],
    [stdTx({ fee: { gas: 5 } }), 500, 2, 'expects quoted values for javascript numeric support, got: 5'],
    [stdTx({ fee: { gas: '-1' } }), 500, 2, 'json: cannot unmarshal number -1 into Go value of type uint64'],
    [
      stdTx({ fee: { amount: [{ denom: 'a', amount: 'b' }] } }),
      500,
      2,
      'cannot unmarshal "b" into a *big.Int',
    ],
  ])('is refused: JSON %j', async (json, status, code, message) => {
    expect(await encode(json)).toMatchObject({
      status,
      body: { code, message: expect.stringContaining(message), details: [] },
    })
  })

  it.each([
    ['', 400, 3, 'invalid empty tx bytes'],
    ['*', 400, 3, 'illegal base64'],
    [
      'AQID',
      500,
      2,
      'expected to read prefix bytes 282816A9 (since it is registered concrete) but got 010203',
    ],
    ['KCgWqQo=', 500, 2, 'unmarshal to legacytx.StdTx failed after 1 bytes (buffer too small): 0A'],
    ['KCgWqQr/', 500, 2, 'buffer too small'],
    ['KCgWqQoFAQ==', 500, 2, 'insufficient bytes decoding []byte of length 5'],
    ['KCgWqQoEAQIDBA==', 500, 2, 'unrecognized prefix bytes 01020304'],
    ['KCgWqQgA', 500, 2, 'expected field type ByteLength for repeated # 1, got (U)Varint'],
  ])('is refused: binary %j', async (binary, status, code, message) => {
    expect(await decode(binary)).toMatchObject({
      status,
      body: { code, message: expect.stringContaining(message), details: [] },
    })
  })

  it('is refused and never a failure of the node, whatever the body', async () => {
    const body = fc.oneof(
      fc.json(),
      fc.record({ amino_json: fc.jsonValue(), amino_binary: fc.jsonValue() }),
      fc.record({ amino_json: fc.json(), amino_binary: fc.base64String() }),
    )
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('encode', 'decode'), async (sent, path) => {
        const { status, body: answer } = await ask(lcd, `${PATH}/${path}/amino`, sent)
        expect([200, 400, 500]).toContain(status)
        if (status !== 200) expect(answer).toMatchObject({ code: expect.toBeOneOf([2, 3]), details: [] })
      }),
      { numRuns: 500 },
    )
  })
})
