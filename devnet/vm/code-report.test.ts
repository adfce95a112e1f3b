import { describe, expect, it } from 'vitest'
import { assemble, contractBase } from './assembler.fake'
import { reportOnCode } from './code-report'

const IBC = ['open', 'connect', 'close'].map((step) => `ibc_channel_${step}`)
const PACKETS = ['receive', 'ack', 'timeout'].map((step) => `ibc_packet_${step}`)

function report(...names: readonly string[]) {
  return reportOnCode(
    assemble({ functions: [...contractBase(), ...names.map((name) => ({ name, code: () => [] }))] }),
  )
}

describe('a report on code', () => {
  it('names the features that it needs', () => {
    expect(report('requires_staking', 'requires_random', 'execute')).toEqual({
      hasIbcEntryPoints: false,
      requiredFeatures: ['random', 'staking'],
    })
  })

  it('tells of IBC only when no entry point for it is missing', () => {
    expect(report(...IBC, ...PACKETS).hasIbcEntryPoints).toBe(true)
    expect(report(...IBC).hasIbcEntryPoints).toBe(false)
  })

  it('is refused for what is no module', () => {
    expect(() => reportOnCode(new Uint8Array(8))).toThrow()
  })
})
