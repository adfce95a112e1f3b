import { parseArgs } from 'node:util'
import { type Devnet, type DevnetOptions, startDevnet } from './start-devnet'

const USAGE = `npm run devnet -- [options]
  --lcd-port N      port of the REST interface (1317)
  --faucet-port N   port of the faucet (5000)
  --block-ms N      milliseconds from block to block (1000)
  --chain-id ID     (secretdev-1)
  --seed TEXT       where the network's encryption keys come from
  --state FILE      keep the chain in this file
  --help
`

const OPTIONS = {
  'lcd-port': { type: 'string', default: '1317' },
  'faucet-port': { type: 'string', default: '5000' },
  'block-ms': { type: 'string', default: '1000' },
  'chain-id': { type: 'string' },
  seed: { type: 'string' },
  state: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Runs devnet from a command line until Ctrl-C. Throws a message for the person when an option is wrong. */
export async function runDevnet(args: readonly string[], print: (text: string) => void): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (values.help) return print(USAGE)
  const { seed, state, 'chain-id': chainId } = values
  const options: DevnetOptions = {
    lcdPort: readNumber('--lcd-port', values['lcd-port'], 65_535),
    faucetPort: readNumber('--faucet-port', values['faucet-port'], 65_535),
    blockMs: readNumber('--block-ms', values['block-ms'], 3_600_000, 1),
    ...(chainId !== undefined && { chainId }),
    ...(seed !== undefined && { seed }),
    ...(state !== undefined && { stateFile: state }),
  }
  const devnet = await startDevnet(options)
  print(banner(devnet, options))
  await untilInterrupted()
  await devnet.stop()
}

function banner({ lcdUrl, faucetUrl, chainId, accounts, contracts }: Devnet, options: DevnetOptions): string {
  const keys =
    options.seed === undefined
      ? 'The encryption keys are the same at every start; --seed TEXT gives others.'
      : 'The encryption keys come from --seed.'
  const kept =
    options.stateFile === undefined
      ? 'State is in memory and ends with it.'
      : `State is kept in ${options.stateFile}.`
  return `A local Secret Network, chain id ${chainId}, a block every ${options.blockMs} ms.

  LCD     ${lcdUrl}
  faucet  ${faucetUrl}/faucet?address=secret1...

  accounts, each with 1,000,000,000,000 SCRT (publicly known phrases: never use them elsewhere)
${accounts.map(({ name, address, mnemonic }) => `    ${name}  ${address}\n       ${mnemonic}`).join('\n')}

  contracts
    sSCRT     ${contracts.sscrt.address}  code hash ${contracts.sscrt.codeHash}
    receiver  ${contracts.receiver.address}  code hash ${contracts.receiver.codeHash}

${keys} ${kept}
Ctrl-C ends it.
`
}

function readNumber(option: string, text: string, max: number, min = 0): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= min && number <= max) return number
  throw new Error(
    `${option} takes a whole number ${min === 0 ? '' : `from ${min} `}up to ${max}, got ${text}`,
  )
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
