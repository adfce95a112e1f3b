import { describe, expect, it } from 'vitest'
import { FakeMachine } from './machine.fake'
import { storageImports } from './storage-imports'
import { FakeHost } from './vm-host.fake'

describe('the storage of a contract', () => {
  it('is written, read and removed', () => {
    const machine = new FakeMachine()
    const { db_read, db_write, db_remove } = storageImports(machine)
    const key = machine.text('key')
    expect(db_read(key)).toBe(0)
    db_write(key, machine.text('value'))
    expect(machine.readText(db_read(key))).toBe('value')
    db_write(key, machine.text(''))
    expect(db_read(key)).not.toBe(0)
    db_remove(key)
    expect(db_read(key)).toBe(0)
  })

  it('costs a base and more for each byte', () => {
    const machine = new FakeMachine()
    const { db_read, db_write, db_remove } = storageImports(machine)
    const key = machine.text('key')
    db_write(key, machine.text('value'))
    expect(machine.host.used).toBe(2_000n + 8n * 30n)
    db_read(key)
    expect(machine.host.used).toBe(2_000n + 8n * 30n + 1_000n + 8n * 3n)
    db_remove(key)
    expect(machine.host.used).toBe(2_000n + 8n * 30n + 1_000n + 8n * 3n + 2_000n)
  })

  it('cannot be written in a query', () => {
    const machine = new FakeMachine(new FakeHost({ readOnly: true }))
    const { db_write, db_remove } = storageImports(machine)
    const key = machine.text('key')
    expect(() => db_write(key, key)).toThrow('contract tried to write to storage during a query')
    expect(() => db_remove(key)).toThrow('contract tried to write to storage during a query')
  })
})
