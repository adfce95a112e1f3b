import { describe, expect, it } from 'vitest'
import { runDevnet } from './cli'

async function printed(...args: string[]): Promise<string> {
  const texts: string[] = []
  const running = runDevnet(args, (text) => {
    texts.push(text)
    process.emit('SIGINT')
  })
  // The interrupt is only listened for once the banner is out.
  const again = setInterval(() => process.emit('SIGINT'), 10)
  await running.finally(() => clearInterval(again))
  return texts.join('')
}

describe('npm run devnet', () => {
  it('tells where everything is, and ends when interrupted', async () => {
    const text = await printed(
      '--lcd-port',
      '0',
      '--faucet-port',
      '0',
      '--block-ms',
      '50',
      '--chain-id',
      'secretdev-7',
    )
    expect(text).toContain('chain id secretdev-7, a block every 50 ms')
    expect(text).toMatch(/LCD {5}http:\/\/127\.0\.0\.1:\d+\n/)
    expect(text).toContain('The encryption keys are the same at every start; --seed TEXT gives others.')
    expect(text).toContain('State is in memory and ends with it.')
  })

  it('explains itself', async () => {
    expect(await printed('--help')).toContain('--state FILE')
  })

  it.each([
    [['--lcd-port', '70000'], '--lcd-port takes a whole number up to 65535, got 70000'],
    [['--block-ms', '0'], '--block-ms takes a whole number from 1'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('refuses %j', async (args, message) => {
    await expect(printed(...args)).rejects.toThrow(message)
  })
})
