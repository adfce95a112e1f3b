import { gzipSync } from 'node:zlib'
import { Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataOf, logged, ProbeInstance, type UploadedCode, upload } from './probe.fake'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'
import { buildTestContracts } from './test-contracts/build-contracts.fake'

// Real contract code of both generations, and nothing of ours but startDevnet between it and secretjs.

type Wasms = ReturnType<typeof buildTestContracts>

let devnet: Devnet
let wasms: Wasms
beforeAll(async () => {
  wasms = buildTestContracts()
  devnet = await startDevnet({ blockMs: 25 })
})
afterAll(() => devnet.stop())

describe.each([
  ['v0.10', 'probe-v010', 'probe-v010-next', Wallet, 'a'],
  ['v1', 'probe-v1', 'probe-v1-next', AminoWallet, 'b'],
] as const)('code of generation %s', (generation, first, second, Kind, name) => {
  let me: Stranger
  let code: UploadedCode
  let next: UploadedCode
  let probe: ProbeInstance
  let other: ProbeInstance
  beforeAll(async () => {
    me = new Stranger(devnet, name, Kind)
    // secretjs packs code only after it has signed it in amino, so what is signed there must be packed already.
    code = await upload(me, Kind === Wallet ? wasms[first] : gzipSync(wasms[first]))
    next = await upload(me, gzipSync(wasms[second]))
    probe = await ProbeInstance.create(me, code, `probe ${generation}`)
    other = await ProbeInstance.create(me, code, `other ${generation}`)
  })

  it('is stored under the hash of what it is unpacked', async () => {
    const { code_info: info } = await me.client.query.compute.code({ code_id: String(code.codeId) })
    expect(info).toMatchObject({ code_hash: code.codeHash, creator: me.address })
    const fetched = await fetch(`${devnet.lcdUrl}/compute/v1beta1/code/${next.codeId}`)
    const { wasm } = (await fetched.json()) as { wasm: string }
    expect(Buffer.from(wasm, 'base64').equals(Buffer.from(wasms[second]))).toBe(true)
  })

  it('keeps what it is told, and answers', async () => {
    expect((await probe.execute({ set: { key: 'a', value: 'b' } })).rawLog).toBe('')
    expect(await probe.query({ get: { key: 'a' } })).toEqual({ value: 'b' })
    expect(await other.query({ get: { key: 'a' } })).toEqual({ value: null })
    await probe.execute({ remove: { key: 'a' } })
    expect(await probe.query({ get: { key: 'a' } })).toEqual({ value: null })
    expect(dataOf(await probe.execute({ answer: { text: '{"said":1}' } }))).toBe('{"said":1}')
  })

  it('takes coins and gives them back', async () => {
    expect((await probe.execute({ deposit: {} }, '500')).code).toBe(0)
    expect(await probe.query({ deposit: { sender: me.address } })).toEqual({
      funds: [{ denom: 'uscrt', amount: '500' }],
    })
    expect(await probe.query({ balance: { address: probe.address } })).toMatchObject({
      amount: { amount: '500' },
    })
    expect((await probe.execute({ pay: { to: other.address, amount: '200' } })).code).toBe(0)
    expect(await probe.query({ balance: { address: other.address } })).toMatchObject({
      amount: { amount: '200' },
    })
    const poor = await probe.execute({ pay: { to: other.address, amount: '999999' } })
    expect(poor).toMatchObject({ code: 5, codespace: 'sdk' })
    expect(poor.rawLog).toContain('dispatch: submessages: ')
  })

  it('logs for its caller alone, and in the open', async () => {
    const tx = await probe.execute({
      all: {
        commands: [{ log: { key: 'k', value: 'sealed' } }, { log: { key: 'p', value: 'open', plain: true } }],
      },
    })
    expect(logged(tx)).toEqual(['k=sealed', 'p=open'])
    const stranger = await new Stranger(devnet, 'c').client.query.getTx(tx.transactionHash)
    expect(JSON.stringify(stranger?.events)).toContain('"open"')
    expect(JSON.stringify(stranger?.events)).not.toContain('"sealed"')
  })

  it('fails in words that only its caller can read, and nothing of it stays', async () => {
    const tx = await probe.execute({
      all: {
        commands: [{ set: { key: 'lost', value: 'x' } }, { fail: { kind: 'generic_err', msg: 'not today' } }],
      },
    })
    expect(tx.code).toBe(3)
    expect(tx.rawLog).toContain('not today')
    const seen = await new Stranger(devnet, 'c').client.query.getTx(tx.transactionHash)
    expect(seen?.rawLog).toMatch(/encrypted: [A-Za-z0-9+/=]+: execute contract failed/)
    expect(await probe.query({ get: { key: 'lost' } })).toEqual({ value: null })
    // secretjs gives a contract's refusal of a query back as its answer.
    expect(await probe.query({ fail: { kind: 'generic_err', msg: 'ask again' } })).toContain('ask again')
  })

  it.each([
    ['panic', 'Execution error: Enclave: the contract panicked: execute contract failed'],
    [
      'overflow',
      'Execution error: Enclave: the contract has run out of space on the stack: execute contract failed',
    ],
    ['spin', 'out of gas in location: wasm contract'],
  ])('ends by %s, and the chain goes on', async (trouble, words) => {
    const tx = await probe.execute({ [trouble]: {} })
    expect(tx.code).toBe(trouble === 'spin' ? 11 : 3)
    expect(tx.rawLog).toContain(words)
    expect((await probe.execute({ set: { key: 'still', value: 'here' } })).code).toBe(0)
  })

  it('may not write while it is asked, nor take more memory than there is', async () => {
    await expect(probe.query({ query_write: {} })).rejects.toThrow(
      'contract tried to write to storage during a query',
    )
    expect((await probe.execute({ grow: { pages: 1_000 } })).code).toBe(3)
  })

  it('calls and asks another contract, whose words come back to the first caller', async () => {
    const call = (msg: object) => probe.execute({ call: { ...other.named, msg } })
    const tx = await call({
      all: { commands: [{ set: { key: 'k', value: 'v' } }, { log: { key: 'x', value: 'y' } }] },
    })
    expect(tx.rawLog).toBe('')
    expect(logged(tx)).toContain('x=y')
    expect(await probe.query({ ask: { ...other.named, msg: { get: { key: 'k' } } } })).toEqual({ value: 'v' })
    const failed = await call({ fail: { kind: 'generic_err', msg: 'deep down' } })
    expect(failed.rawLog).toContain('dispatch: submessages: ')
    expect(failed.rawLog).toContain('deep down')
    const wrong = await probe.execute({
      call: { contract: other.address, code_hash: '00'.repeat(32), msg: {} },
    })
    expect(wrong.rawLog).toContain('Enclave: failed to validate transaction')
    const refused = { ask: { ...other.named, msg: { fail: { kind: 'generic_err', msg: 'far away' } } } }
    expect(await probe.query(refused)).toContain('far away')
  })

  it('makes contracts of its own', async () => {
    const label = `child of ${generation}`
    const spawn = { code_id: code.codeId, code_hash: code.codeHash, label, msg: {} }
    expect((await probe.execute({ spawn })).rawLog).toBe('')
    const { contract_address: child = '' } = await me.client.query.compute.addressByLabel({ label })
    expect(await me.client.query.compute.contractInfo({ contract_address: child })).toMatchObject({
      contract_info: { creator: probe.address, code_id: String(code.codeId) },
    })
    expect((await probe.execute({ spawn })).code).toBe(6)
  })

  it('calls itself only so deep', async () => {
    const recurse = (times: number) => probe.execute({ recurse: { times, ...probe.named } })
    expect((await recurse(5)).code).toBe(0)
    expect((await recurse(40)).rawLog).toContain('out of gas')
  })

  it('is told where it runs', async () => {
    await probe.execute({ set: { key: 'seen', value: 'now' } }, '7')
    const seen = await probe.query<{ env: unknown }>({ seen: {} })
    expect(seen).toMatchObject({
      env: {
        block: { chain_id: 'secretdev-1', height: expect.any(Number) },
        contract: { address: probe.address },
      },
    })
    if (generation === 'v1') {
      expect(seen).toMatchObject({
        env: {
          block: {
            random: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
            time: expect.stringMatching(/^\d{19}$/),
          },
          contract: { code_hash: code.codeHash },
          transaction: { index: 0, hash: expect.stringMatching(/^[0-9A-F]{64}$/) },
        },
        info: { sender: me.address, funds: [{ denom: 'uscrt', amount: '7' }] },
      })
    }
  })

  it('is replaced by other code by its admin, who can give that up', async () => {
    const stranger = new Stranger(devnet, 'c')
    const theirs = await stranger.client.tx.compute.migrateContract(
      {
        sender: stranger.address,
        contract_address: other.address,
        code_id: next.codeId,
        code_hash: next.codeHash,
        msg: {},
      },
      { ...QUICK, gasLimit: 600_000 },
    )
    expect(theirs.rawLog).toContain('unauthorized')
    const tx = await other.migrate(next, {})
    expect(tx.rawLog).toBe('')
    const moved = other.under(next)
    expect(await moved.query({ version: {} })).toMatchObject({ version: 2 })
    await expect(other.query({ version: {} })).rejects.toThrow('failed to validate transaction')
    const { entries } = await me.client.query.compute.contractHistory({ contract_address: other.address })
    expect(entries.map(({ operation }) => operation)).toContain(
      'CONTRACT_CODE_HISTORY_OPERATION_TYPE_MIGRATE',
    )
    const admin = { sender: me.address, contract_address: other.address }
    const given = await me.client.tx.compute.updateAdmin({ ...admin, new_admin: stranger.address }, QUICK)
    expect(given.code).toBe(0)
    expect((await me.client.tx.compute.clearAdmin(admin, QUICK)).code).toBe(4)
    const cleared = await stranger.client.tx.compute.clearAdmin(
      { sender: stranger.address, contract_address: other.address },
      QUICK,
    )
    expect(cleared.code).toBe(0)
    const info = await me.client.query.compute.contractInfo({ contract_address: other.address })
    expect(info.contract_info?.admin).toBe('')
  })
})

describe('code that is not a contract', () => {
  it.each([
    ['nonsense', Uint8Array.of(1, 2, 3), 'create contract failed'],
    ['an empty module', Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), 'create contract failed'],
    ['broken gzip', Uint8Array.of(0x1f, 0x8b, 8, 1, 2, 3), 'create contract failed'],
    ['more than two megabytes', gzipSync(new Uint8Array(3_000_000)), 'exceeds max contract size limit'],
  ])('is refused: %s', async (_, wasm, words) => {
    await expect(upload(new Stranger(devnet, 'd'), wasm)).rejects.toThrow(words)
  })
})
