import { base64, hex } from '@scure/base'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { CODES } from '../contracts/catalog'
import { addCode } from '../modules/compute/codes'
import type { Chain } from '../node/chain'
import { assemble, contractBase } from '../vm/assembler.fake'
import { startTestChain } from '../wallet.fake'
import { LcdAsker, refused } from './lcd-asker.fake'

let chain: Chain
let lcd: LcdAsker
beforeEach(() => {
  chain = startTestChain()
  lcd = new LcdAsker(chain)
})

const HASH = 'AB'.repeat(32)

describe('a node that recorded nothing for others to replay', () => {
  it('has no entries of any block', async () => {
    expect(await lcd.body('/compute/v1beta1/ecalls?start_height=1&end_height=900')).toEqual({ records: [] })
    expect(await lcd.body('/compute/v1beta1/block_traces/1')).toEqual({ traces: [] })
    expect(await lcd.body('/compute/v1beta1/block_create_results/1')).toEqual({ results: [] })
  })

  it.each([
    ['ecall/1', 404, 5, 'no ecall record found for the given height'],
    ['ecall/0', 400, 3, 'height must be positive'],
    ['ecall/-5', 400, 3, 'height must be positive'],
    [
      'ecall/x',
      400,
      3,
      'type mismatch, parameter: height, error: strconv.ParseInt: parsing "x": invalid syntax',
    ],
    ['ecalls', 400, 3, 'start_height must be positive'],
    ['ecalls?start_height=5&end_height=4', 400, 3, 'end_height must be >= start_height'],
    ['ecalls?start_height=1&end_height=1002', 400, 3, 'range too large, max 1000 blocks per request'],
    [`encrypted_seed/${HASH}?height=1`, 404, 5, 'no encrypted seed found for the given certificate hash'],
    ['encrypted_seed/xyz', 400, 3, 'invalid cert_hash: must be hex encoded'],
    ['block_traces/0', 400, 3, 'height must be positive'],
    [`machine_id_proof/1/${HASH}`, 404, 5, 'no machine ID proof found for the given height and machine ID'],
    ['machine_id_proof/1/xyz', 400, 3, 'invalid machine_id: must be hex encoded'],
    ['block_create_results/0', 400, 3, 'height must be positive'],
    ['analyze_code', 400, 3, 'code_hash is required'],
    ['analyze_code?code_hash=!', 400, 3, 'code_hash: illegal base64 data'],
    ['analyze_code?code_hash=AAAA', 404, 5, 'code: not found'],
  ])('answers %s with %i', async (path, status, code, message) => {
    expect(await lcd.ask(`/compute/v1beta1/${path}`)).toEqual(refused(status, code, message))
  })

  it('has let no other node in', async () => {
    expect(await lcd.ask(`/registration/v1beta1/encrypted-seed/${HASH}`)).toEqual(
      refused(500, 2, 'Node has not been authenticated yet: unknown address'),
    )
    expect(await lcd.ask('/registration/v1beta1/encrypted-seed/!')).toEqual(
      refused(400, 3, 'type mismatch, parameter: pub_key, error: illegal base64 data'),
    )
  })

  it('tells what stored code needs', async () => {
    const analyze = (codeHash: string) => {
      const hash = encodeURIComponent(base64.encode(hex.decode(codeHash)))
      return lcd.body(`/compute/v1beta1/analyze_code?code_hash=${hash}`)
    }
    const names = ['requires_random', 'requires_staking']
    const wasm = assemble({
      functions: [...contractBase(), ...names.map((name) => ({ name, code: () => [] }))],
    })
    addCode(chain.store, wasm, { codeHash: HASH.toLowerCase(), creator: '', source: '', builder: '' })
    expect(await analyze(HASH)).toEqual({
      has_ibc_entry_points: false,
      required_features: 'random,staking',
    })
    expect(await analyze(CODES[0]?.codeHash ?? '')).toEqual({
      has_ibc_entry_points: false,
      required_features: '',
    })
  })

  it('is not confused by odd questions', async () => {
    const path = fc.constantFrom(
      (text: string) => `/ecall/${text}`,
      (text: string) => `/ecalls?start_height=${text}&end_height=${text}`,
      (text: string) => `/encrypted_seed/${text}?height=${text}`,
      (text: string) => `/machine_id_proof/${text}/${text}`,
      (text: string) => `/analyze_code?code_hash=${text}`,
    )
    await fc.assert(
      fc.asyncProperty(path, fc.string({ unit: 'binary', maxLength: 40 }), async (make, text) => {
        const { status } = await lcd.ask(`/compute/v1beta1${make(encodeURIComponent(text))}`)
        expect([200, 400, 404, 501]).toContain(status)
      }),
      { numRuns: 200 },
    )
  })
})
