import { describe, expect, it } from 'vitest'
import { chainImports } from './chain-imports'
import { FakeMachine } from './machine.fake'
import { FakeHost, FakeOutOfGas } from './vm-host.fake'

describe('what the chain tells a contract', () => {
  it('is the answer to its query', () => {
    const machine = new FakeMachine(new FakeHost({ answer: (request) => Uint8Array.of(...request, 63) }))
    expect(machine.readText(chainImports(machine).query_chain(machine.text('why')))).toBe('why?')
  })

  it('is the gas used so far, in gas of the chain', () => {
    const machine = new FakeMachine()
    machine.host.gas.consume(42_000n)
    expect(chainImports(machine).check_gas()).toBe(50n)
    expect(machine.host.used).toBe(50_192n)
  })

  it('burns gas of the chain, never less than a minimum', () => {
    const machine = new FakeMachine()
    const { gas_evaporate } = chainImports(machine)
    expect(gas_evaporate(3)).toBe(0)
    expect(machine.host.used).toBe(8_000n)
    expect(gas_evaporate(100)).toBe(0)
    expect(machine.host.used).toBe(108_000n)
    // A number that is negative for JavaScript is a large one for the contract.
    expect(() => gas_evaporate(-1)).toThrow(FakeOutOfGas)
  })

  it('is nothing for what a contract prints', () => {
    const machine = new FakeMachine()
    chainImports(machine).debug()
    expect(machine.host.used).toBe(0n)
  })
})
