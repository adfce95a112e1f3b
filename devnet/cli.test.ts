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

const ANY_PORTS = ['--lcd-port', '0', '--rpc-port', '0', '--faucet-port', '0', '--control-port', '0']

describe('npm run devnet', () => {
  it('tells where everything is, and ends when interrupted', async () => {
    const text = await printed(...ANY_PORTS, '--block-ms', '50', '--chain-id', 'secretdev-7')
    expect(text).toContain('chain id secretdev-7, a block every 50 ms')
    expect(text).toMatch(/LCD {5}http:\/\/127\.0\.0\.1:\d+\n/)
    expect(text).toMatch(/RPC {5}http:\/\/127\.0\.0\.1:\d+, WebSocket ws:\/\/127\.0\.0\.1:\d+\/websocket\n/)
    expect(text).toMatch(/faucet {2}http:\/\/127\.0\.0\.1:\d+\/faucet\?address=secret1\.\.\.\n/)
    expect(text).toMatch(/control http:\/\/127\.0\.0\.1:\d+\n/)
    expect(text).toMatch(/sscrt {5}secret1\w+ {2}code hash [0-9a-f]{64}\n/)
    expect(text).toContain('The encryption keys are the same at every start; --seed TEXT gives others.')
    expect(text).toContain('State is in memory and ends with it.')
  })

  it('starts a second node, a seed of its own and what is to go wrong', async () => {
    const faults = ['--fault', 'latency=5,times=1', '--fault', 'lose-tx,probability=0.5']
    const text = await printed(
      ...ANY_PORTS,
      '--second-node',
      '--seed',
      's',
      '--gas-price',
      '0.1uscrt',
      ...faults,
    )
    expect(text.match(/LCD {5}http/g)).toHaveLength(2)
    expect(text).toContain('faults  latency, lose-tx')
    expect(text).toContain('Everything that happens follows from --seed.')
  })

  it('explains itself', async () => {
    expect(await printed('--help')).toContain('--state FILE')
  })

  it.each([
    [['--lcd-port', '70000'], '--lcd-port takes a whole number up to 65535, got 70000'],
    [['--block-ms', '0'], '--block-ms takes a whole number from 1'],
    [['--control-port', 'x'], '--control-port takes a whole number up to 65535, got x'],
    [['--fault', 'nonsense'], 'There is no fault "nonsense"'],
    [[...ANY_PORTS, '--gas-price', 'cheap'], 'A gas price is like 0.0125uscrt'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('refuses %j', async (args, message) => {
    await expect(printed(...args)).rejects.toThrow(message)
  })
})
