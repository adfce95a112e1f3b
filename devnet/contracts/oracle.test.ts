import { describe, expect, it } from 'vitest'
import { BOB, ContractHarness } from './contract-harness.fake'
import { oracle } from './oracle'

function started(): ContractHarness {
  return new ContractHarness(oracle, { key: 'SCRT', rate: '250000000000000000' })
}

const ask = (contract: ContractHarness, key: string) => contract.query({ get_price: { key } })

describe('the oracle of the local network', () => {
  it('says its price as the one of secret-4 does, as fresh as the block', () => {
    const contract = started()
    contract.timeMs = 1_700_000_012_999
    expect(ask(contract, 'SCRT')).toEqual({
      key: 'SCRT',
      data: {
        rate: '250000000000000000',
        last_updated_base: 1_700_000_012,
        last_updated_quote: Number('18446744073709551615'),
      },
    })
  })

  it('has a price for what was set and for nothing else', () => {
    const contract = started()
    expect(() => ask(contract, 'SHD')).toThrow('Missing price feed for SHD')
    contract.execute(BOB, { set_price: { key: 'SHD', rate: '1' } })
    contract.execute(BOB, { set_price: { key: 'SCRT', rate: '2' } })
    expect(ask(contract, 'SHD')).toMatchObject({ data: { rate: '1' } })
    expect(ask(contract, 'SCRT')).toMatchObject({ data: { rate: '2' } })
  })
})
