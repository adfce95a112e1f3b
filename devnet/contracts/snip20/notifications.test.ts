import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Address,
  addressBytes,
  addressFromBytes as addressOf,
  type JsonObject,
  type JsonValue,
} from '../../../src/domain/index'
import { ALICE, BOB, CAROL, ContractHarness } from '../contract-harness.fake'
import { snip20V2 } from './snip20-v2'

// What a client does on its side, by Node's own cryptography: the contract uses another library.

const TX_HASH = createHash('sha256').update('a transaction').digest('hex').toUpperCase()
const INIT = {
  name: 'Token',
  symbol: 'TKN',
  decimals: 6,
  prng_seed: 'c2VlZA==',
  initial_balances: [{ address: ALICE, amount: '1000' }],
  config: { enable_mint: true, enable_burn: true },
}

let token: ContractHarness
beforeEach(() => {
  token = new ContractHarness(snip20V2, INIT)
  for (const owner of [ALICE, BOB, CAROL]) token.execute(owner, { set_viewing_key: { key: owner } })
  token.txHash = TX_HASH
})

function infoOf(address: Address, channels: readonly string[]) {
  const viewer = { address, viewing_key: address }
  const { channel_info: info } = token.query({ channel_info: { channels, txhash: TX_HASH, viewer } })
  return info as { seed: string; as_of_block: string; channels: JsonObject[] }
}

const seedOf = (address: Address): Buffer => Buffer.from(infoOf(address, []).seed, 'base64')

const idOf = (address: Address, channel: string): Buffer =>
  createHmac('sha256', seedOf(address)).update(`${channel}:${TX_HASH}`).digest()

/** The log as the chain shows it to everybody. */
function logOf(sender: Address, message: JsonValue): ReadonlyMap<string, Buffer> {
  const { log } = token.run(sender, message)
  expect(log.every(({ encrypted }) => !encrypted)).toBe(true)
  return new Map(log.map(({ key, value }) => [key, Buffer.from(value, 'base64')]))
}

function openDirect(
  log: ReadonlyMap<string, Buffer>,
  address: Address,
  channel: string,
): unknown[] | undefined {
  const sealed = log.get(`snip52:${idOf(address, channel).toString('base64')}`)
  if (sealed === undefined) return undefined
  const channelHash = createHash('sha256').update(channel).digest()
  const txHash = Buffer.from(TX_HASH, 'hex')
  const nonce = Buffer.from(Array.from({ length: 12 }, (_, at) => (channelHash[at] ?? 0) ^ (txHash[at] ?? 0)))
  const opener = createDecipheriv('chacha20-poly1305', seedOf(address), nonce, { authTagLength: 16 })
  opener.setAAD(Buffer.from(`${token.height}:${TX_HASH}`), { plaintextLength: sealed.length - 16 })
  opener.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()])
  return readCbor(plain, { at: 0 }) as unknown[]
}

/** Enough of CBOR for one item; zeros after it are padding. */
function readCbor(bytes: Buffer, place: { at: number }): unknown {
  const head = bytes[place.at++] ?? 0
  const [major, short] = [head >> 5, head & 31]
  let size = short
  if (short >= 24) {
    const width = 2 ** (short - 24)
    size = Number(BigInt(`0x${bytes.subarray(place.at, place.at + width).toString('hex')}`))
    place.at += width
  }
  if (major === 0) return size
  if (major === 2) {
    place.at += size
    return bytes.subarray(place.at - size, place.at)
  }
  if (major === 4) return Array.from({ length: size }, () => readCbor(bytes, place))
  const inner = readCbor(bytes, place)
  return size === 2 ? BigInt(`0x${(inner as Buffer).toString('hex')}`) : inner
}

interface Group {
  readonly channel: string
  readonly m: number
  readonly size: number
}
const RECVD: Group = { channel: 'multirecvd', m: 512, size: 16 }
const SPENT: Group = { channel: 'multispent', m: 128, size: 24 }

/** Looks into the filter, then for the packet; the content if there is one. */
function openGroup(log: ReadonlyMap<string, Buffer>, address: Address, { channel, m, size }: Group) {
  const data = log.get(`snip52:#${channel}`) ?? Buffer.alloc(0)
  const id = idOf(address, channel)
  const bits = [...createHash('sha256').update(id).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  const width = Math.log2(m)
  const chunks = Array.from({ length: 22 }, (_, at) =>
    Number.parseInt(bits.slice(at * width, (at + 1) * width), 2),
  )
  const filter = BigInt(`0x${data.subarray(0, m / 8).toString('hex')}`)
  const likely = chunks.every((bit) => ((filter >> BigInt(bit)) & 1n) === 1n)
  for (let at = m / 8; at < data.length; at += 8 + size) {
    if (!data.subarray(at, at + 8).equals(id.subarray(0, 8))) continue
    const content = Buffer.from(
      data.subarray(at + 8, at + 8 + size).map((byte, n) => byte ^ (id[8 + n] ?? 0)),
    )
    const flags = content.readBigUInt64BE(0)
    return {
      likely,
      packet: {
        memo: flags >> 63n === 1n,
        ownerSent: ((flags >> 62n) & 1n) === 1n,
        amount: flags & ((1n << 62n) - 1n),
        other: content.subarray(8, 16),
        ...(size === 24 && { balance: content.readBigUInt64BE(16) }),
      },
    }
  }
  return { likely, packet: undefined }
}

const bytesOf = (address: Address): Buffer => Buffer.from(addressBytes(address))
const tailOf = (address: Address): Buffer => bytesOf(address).subarray(12)
const NOBODY = Buffer.alloc(20)

describe('the channels', () => {
  it('are listed for everybody', () => {
    const channels = ['recvd', 'spent', 'allowance', 'multirecvd', 'multispent']
    expect(token.query({ list_channels: {} })).toEqual({ list_channels: { channels } })
  })

  it('are described, with the id to look for, to who has the key', () => {
    const { as_of_block, channels, seed } = infoOf(ALICE, ['recvd', 'multispent'])
    expect(as_of_block).toBe('5')
    expect(Buffer.from(seed, 'base64')).toHaveLength(32)
    expect(channels).toMatchObject([
      {
        channel: 'recvd',
        mode: 'txhash',
        answer_id: idOf(ALICE, 'recvd').toString('base64'),
        cddl: 'recvd=[amount:biguint .size 8,sender:bstr .size 20,memo_len:uint .size 1]',
      },
      {
        channel: 'multispent',
        mode: 'bloom',
        answer_id: idOf(ALICE, 'multispent').toString('base64'),
        parameters: { m: 128, k: 22, h: 'sha256' },
        data: { type: 'packet[4]', version: '1', packet_size: 24 },
      },
    ])
    expect(() => infoOf(ALICE, ['other'])).toThrow('`other` channel is undefined')
    const viewer = { address: ALICE, viewing_key: 'wrong' }
    expect(token.query({ channel_info: { channels: ['recvd'], viewer } })).toHaveProperty('viewing_key_error')
  })

  it('have another seed for each account', () => {
    const secret = Buffer.from(token.cells.get('notification-secret') ?? '', 'hex')
    for (const account of [ALICE, BOB]) {
      expect(seedOf(account)).toEqual(Buffer.from(hkdfSync('sha256', secret, '', addressBytes(account), 32)))
    }
  })
})

describe('a message of one action', () => {
  it('tells both sides of a transfer, and nobody else', () => {
    const log = logOf(ALICE, { transfer: { recipient: BOB, amount: '300', memo: 'lunch' } })
    expect(log.size).toBe(2)
    expect(openDirect(log, BOB, 'recvd')).toEqual([300n, bytesOf(ALICE), 5])
    expect(openDirect(log, ALICE, 'spent')).toEqual([300n, 1, bytesOf(BOB), 700n])
    expect(openDirect(log, CAROL, 'recvd')).toBeUndefined()
  })

  it('is equally long whatever it tells', () => {
    const lengths = ['', 'm'.repeat(300)].map((memo) => {
      const log = logOf(ALICE, { transfer: { recipient: BOB, amount: '1', memo } })
      return [...log.values()].map(({ length }) => length)
    })
    expect(lengths).toEqual([
      [34 + 16, 44 + 16],
      [34 + 16, 44 + 16],
    ])
  })

  it('tells who received or lost what was minted or burned', () => {
    const minted = logOf(ALICE, { mint: { recipient: BOB, amount: '7' } })
    expect(openDirect(minted, BOB, 'recvd')).toEqual([7n, NOBODY, 0])
    const burned = logOf(BOB, { burn: { amount: '2', memo: 'm'.repeat(300) } })
    expect(openDirect(burned, BOB, 'spent')).toEqual([2n, 1, NOBODY, 5n])
  })

  it.each([undefined, 200, 1_700_000_100, 2 ** 40])('tells of an allowance until %s', (expiration) => {
    const allow = { spender: BOB, amount: '50', ...(expiration !== undefined && { expiration }) }
    const log = logOf(ALICE, { increase_allowance: allow })
    expect(openDirect(log, BOB, 'allowance')).toEqual([50n, bytesOf(ALICE), expiration ?? 0])
  })

  it('tells the owner when a spender sends', () => {
    token.execute(ALICE, { increase_allowance: { spender: BOB, amount: '50' } })
    const log = logOf(BOB, { send_from: { owner: ALICE, recipient: CAROL, amount: '10' } })
    expect(openDirect(log, CAROL, 'recvd')).toEqual([10n, bytesOf(ALICE), 0])
    expect(openDirect(log, ALICE, 'spent')).toEqual([10n, 1, bytesOf(CAROL), 990n])
  })
})

describe('a message of many actions', () => {
  it('tells its recipients through one filter, and the spender the sum', () => {
    const actions = [
      { recipient: BOB, amount: '10', memo: 'm' },
      { recipient: CAROL, amount: '20' },
    ]
    const log = logOf(ALICE, { batch_transfer: { actions } })
    expect(log.get('snip52:#multirecvd')).toHaveLength(64 + 16 * 24)
    const owner = { ownerSent: true, other: tailOf(ALICE) }
    expect(openGroup(log, BOB, RECVD)).toEqual({
      likely: true,
      packet: { ...owner, memo: true, amount: 10n },
    })
    expect(openGroup(log, CAROL, RECVD)).toEqual({
      likely: true,
      packet: { ...owner, memo: false, amount: 20n },
    })
    expect(openGroup(log, ALICE, RECVD)).toEqual({ likely: false, packet: undefined })
    expect(openDirect(log, ALICE, 'spent')).toEqual([30n, 2, bytesOf(BOB), 970n])
  })

  it('tells every owner whose tokens a spender moved', () => {
    token.execute(ALICE, { transfer: { recipient: CAROL, amount: '100' } })
    for (const owner of [ALICE, CAROL])
      token.execute(owner, { increase_allowance: { spender: BOB, amount: '50' } })
    const actions = [ALICE, CAROL].map((owner) => ({ owner, recipient: BOB, amount: '30' }))
    const log = logOf(BOB, { batch_transfer_from: { actions } })
    expect(log.get('snip52:#multispent')).toHaveLength(16 + 4 * 32)
    const spent = { memo: false, ownerSent: false, amount: 30n, other: tailOf(BOB) }
    expect(openGroup(log, ALICE, SPENT)).toEqual({ likely: true, packet: { ...spent, balance: 870n } })
    expect(openGroup(log, CAROL, SPENT)).toEqual({ likely: true, packet: { ...spent, balance: 70n } })
    // Who is told of twice must look for themselves.
    expect(openGroup(log, BOB, RECVD)).toEqual({ likely: true, packet: undefined })
  })

  it('tells as many as there are packets, and the others only to look', () => {
    const people = Array.from({ length: 20 }, (_, at) => new Uint8Array(20).fill(100 + at))
    const actions = people.map((bytes) => ({ recipient: addressOf(bytes), amount: '1' }))
    const log = logOf(ALICE, { batch_mint: { actions } })
    expect(log.size).toBe(1)
    for (const bytes of people)
      token.execute(addressOf(bytes), { set_viewing_key: { key: addressOf(bytes) } })
    const opened = people.map((bytes) => openGroup(log, addressOf(bytes), RECVD))
    expect(opened.every(({ likely }) => likely)).toBe(true)
    expect(opened.filter(({ packet }) => packet !== undefined)).toHaveLength(16)
  })
})

describe('nobody is told', () => {
  const transfer = { transfer: { recipient: BOB, amount: '1' } }

  it('when the admin says so', () => {
    const status = (enabled: boolean) => ({ set_notification_status: { enabled } })
    expect(() => token.execute(BOB, status(false))).toThrow('This is an admin command')
    token.execute(ALICE, status(false))
    expect(logOf(ALICE, transfer).size).toBe(0)
    token.execute(ALICE, status(true))
    expect(logOf(ALICE, transfer).size).toBe(2)
  })

  it('outside of a transaction', () => {
    token.txHash = undefined
    expect(logOf(ALICE, transfer).size).toBe(0)
  })
})
