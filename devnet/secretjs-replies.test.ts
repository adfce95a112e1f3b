import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { MsgSend } from 'secretjs/dist/protobuf/cosmos/bank/v1beta1/tx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataOf, logged, ProbeInstance, type UploadedCode, upload } from './probe.fake'
import { type Devnet, startDevnet } from './start-devnet'
import { Stranger } from './stranger.fake'
import { buildTestContracts } from './test-contracts/build-contracts.fake'

// What only contracts of the newer generation can do: hear what became of their messages, and use the enclave's cryptography.

let devnet: Devnet
let me: Stranger
let code: UploadedCode
let next: UploadedCode
let probe: ProbeInstance
let other: ProbeInstance
beforeAll(async () => {
  const wasms = buildTestContracts()
  devnet = await startDevnet({ blockMs: 25 })
  me = new Stranger(devnet, 'a')
  code = await upload(me, wasms['probe-v1'])
  next = await upload(me, wasms['probe-v1-next'])
  probe = await ProbeInstance.create(me, code, 'probe')
  other = await ProbeInstance.create(me, code, 'other')
})
afterAll(() => devnet.stop())

interface Reply {
  readonly id: number
  readonly ok: boolean
  readonly error?: string
  readonly data?: string | null
  readonly events?: number
}

async function lastReply(): Promise<Reply | undefined> {
  const { replies } = await probe.query<{ replies: Reply[] }>({ replies: {} })
  return replies.at(-1)
}

const FAIL = { fail: { kind: 'generic_err', msg: 'no luck' } }

describe('a reply', () => {
  const call = (msg: object, options: object) => probe.execute({ call: { ...other.named, msg, ...options } })

  it('brings the data and the events of what went well', async () => {
    const answer = {
      all: { commands: [{ answer: { text: 'forty-two' } }, { log: { key: 'a', value: 'b' } }] },
    }
    const tx = await call(answer, { id: 7, reply_on: 'success' })
    expect(tx.rawLog).toBe('')
    expect(logged(tx)).toEqual(['a=b', 'reply_id=7'])
    expect(await lastReply()).toMatchObject({ id: 7, ok: true, data: btoa('forty-two') })
    expect((await lastReply())?.events).toBeGreaterThan(0)
  })

  it('brings the words of what went wrong, which is undone alone', async () => {
    const tx = await call(
      { all: { commands: [{ set: { key: 'gone', value: 'x' } }, FAIL] } },
      { id: 8, reply_on: 'error' },
    )
    expect(tx.rawLog).toBe('')
    expect(await lastReply()).toMatchObject({ id: 8, ok: false, error: expect.stringContaining('no luck') })
    expect(await other.query({ get: { key: 'gone' } })).toEqual({ value: null })
  })

  it.each([
    ['never', FAIL, false],
    ['success', FAIL, false],
    ['always', FAIL, true],
    ['error', { set: { key: 'k', value: 'v' } }, true],
  ])('on %s keeps a failure from the whole, or does not', async (reply_on, msg, survives) => {
    expect((await call(msg, { id: 9, reply_on })).code === 0).toBe(survives)
  })

  it('names only the code of an error that is not a contract’s', async () => {
    const pay = { pay: { to: me.address, amount: '99999999', id: 10, reply_on: 'error' } }
    expect((await probe.execute(pay)).code).toBe(0)
    expect(await lastReply()).toMatchObject({ id: 10, ok: false, error: 'codespace: sdk, code: 5' })
  })

  it('may put other data in place, or fail', async () => {
    const withReply = {
      call: { ...other.named, msg: { answer: { text: 'theirs' } }, id: 1, reply_on: 'always' },
    }
    const armed = (arm: object) => probe.execute({ all: { commands: [{ arm }, withReply] } })
    expect(dataOf(await armed({ data: 'mine' }))).toBe('mine')
    const failed = await armed({ fail: 'reply refused' })
    expect(failed.code).toBe(19)
    expect(failed.rawLog).toContain('reply refused')
    await probe.execute({ arm: {} })
  })

  it('comes when a message uses up the gas it was given, and the rest goes on', async () => {
    const tx = await call({ spin: {} }, { id: 11, reply_on: 'error', gas_limit: 60_000 })
    expect(tx.rawLog).toBe('')
    expect(await lastReply()).toMatchObject({ id: 11, ok: false, error: 'codespace: sdk, code: 11' })
    expect((await call({ spin: {} }, { id: 12, reply_on: 'error' })).code).toBe(11)
  })
})

describe('a contract of the newer generation', () => {
  it('emits events of its own', async () => {
    const tx = await probe.execute({ event: { type: 'sale', key: 'price', value: '3', plain: true } })
    expect(tx.events.find(({ type }) => type === 'wasm-sale')?.attributes).toContainEqual(
      expect.objectContaining({ key: 'price', value: '3' }),
    )
    expect((await probe.execute({ event: { type: '', key: 'a', value: 'b' } })).code).toBe(21)
  })

  it('is the admin of others', async () => {
    const spawn = {
      code_id: code.codeId,
      code_hash: code.codeHash,
      label: 'ward',
      msg: {},
      admin: probe.address,
    }
    expect((await probe.execute({ spawn })).rawLog).toBe('')
    const { contract_address: contract = '' } = await me.client.query.compute.addressByLabel({
      label: 'ward',
    })
    const info = async () =>
      (await me.client.query.compute.contractInfo({ contract_address: contract })).contract_info
    const migrate_other = { contract, code_id: next.codeId, code_hash: next.codeHash, msg: {} }
    expect((await probe.execute({ migrate_other })).rawLog).toBe('')
    expect(await info()).toMatchObject({ code_id: String(next.codeId), admin: probe.address })
    expect((await probe.execute({ update_admin: { contract, admin: me.address } })).rawLog).toBe('')
    expect(await info()).toMatchObject({ admin: me.address })
    expect((await probe.execute({ clear_admin: { contract } })).code).toBe(4)
  })

  it('sends messages of other modules, and only its own', async () => {
    await probe.execute({ deposit: {} }, '1000000')
    const { validators } = await me.client.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
    const validator = validators?.[0]?.operator_address ?? ''
    expect((await probe.execute({ delegate: { validator, amount: '500000' } })).rawLog).toBe('')
    const asked = await probe.query<{ Ok: { Ok: string } }>({
      chain: { request: { staking: { all_delegations: { delegator: probe.address } } } },
    })
    expect(JSON.parse(atob(asked.Ok.Ok))).toMatchObject({
      delegations: [{ validator, amount: { amount: '500000' } }],
    })
    const timeout = `${Date.now() + 600_000}000000`
    const ibc = {
      channel: 'channel-1',
      to: 'osmo1fl48vsnmsdzcv85q5d2q4z5ajdha8yu3aq6l09',
      amount: '5',
      timeout,
    }
    expect((await probe.execute({ ibc })).rawLog).toBe('')
    const send = (from_address: string) => ({
      stargate: {
        type_url: '/cosmos.bank.v1beta1.MsgSend',
        value: base64.encode(
          MsgSend.encode({
            from_address,
            to_address: me.address,
            amount: [{ denom: 'uscrt', amount: '3' }],
          }).finish(),
        ),
      },
    })
    expect((await probe.execute(send(probe.address))).rawLog).toBe('')
    expect((await probe.execute(send(me.address))).code).toBe(4)
  })

  it('asks in vain for what there is not', async () => {
    const ask = (request: object) => probe.query({ chain: { request } })
    expect(await ask({ nonsense: { query: {} } })).toEqual({
      Err: { unsupported_request: { kind: 'nonsense.query' } },
    })
    const smart = { contract_addr: me.address, code_hash: code.codeHash, msg: '' }
    expect(await ask({ wasm: { smart } })).toEqual({ Err: { no_such_contract: { addr: me.address } } })
  })

  it('uses the enclave’s cryptography', async () => {
    const key = new Uint8Array(32).fill(5)
    const hash = sha256(new TextEncoder().encode('hello'))
    const signature = secp256k1.sign(hash, key, { prehash: false })
    const fields = { hash: base64.encode(hash), public_key: base64.encode(secp256k1.getPublicKey(key)) }
    const verify = (bytes: Uint8Array) =>
      probe.query({ verify_secp256k1: { ...fields, signature: base64.encode(bytes) } })
    expect(await verify(signature)).toEqual({ code: 0 })
    expect(await verify(signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))).toEqual({ code: 1 })
    const message = new TextEncoder().encode('hello')
    const ed = {
      message: base64.encode(message),
      signature: base64.encode(ed25519.sign(message, key)),
      public_key: base64.encode(ed25519.getPublicKey(key)),
    }
    expect(await probe.query({ verify_ed25519: ed })).toEqual({ code: 0 })
  })

  it('checks addresses, and burns gas', async () => {
    expect(await probe.query({ validate: { address: me.address } })).toEqual({ valid: true })
    expect(await probe.query({ validate: { address: 'cosmos1nobody' } })).toHaveProperty('error')
    const tx = await probe.execute({ evaporate: { amount: 50_000 } })
    const [before = 0, after = 0] = logged(tx).map((line) => Number(line.split('=')[1]))
    expect(after - before).toBeGreaterThanOrEqual(50)
  })
})
