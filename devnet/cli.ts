import { parseArgs } from 'node:util'
import type { Devnet, DevnetOptions } from './devnet'
import { readFaultShorthand } from './faults/read-fault'
import { startDevnet } from './start-devnet'

const USAGE = `npm run devnet -- [options]
  --lcd-port N      port of the REST interface (1317)
  --rpc-port N      port of the CometBFT RPC, with its WebSocket (26657)
  --faucet-port N   port of the faucet (5000)
  --control-port N  port of the control endpoint (26680); GET / there lists what it can do
  --block-ms N      milliseconds from block to block (1000)
  --chain-id ID     (secretdev-1)
  --seed TEXT       everything that happens follows from this text: keys, times, chances
  --gas-price P     what every node wants at least (0.0125uscrt)
  --second-node     another node over the same chain, on the ports after the first one's
  --fault F         something that goes wrong with the first node, such as latency=500,
                    status=503,path=/cosmos/bank/*,times=3 or lose-tx,probability=0.5; may come several times
  --state FILE      keep the chain in this file
  --help
`

const OPTIONS = {
  'lcd-port': { type: 'string', default: '1317' },
  'rpc-port': { type: 'string', default: '26657' },
  'faucet-port': { type: 'string', default: '5000' },
  'control-port': { type: 'string', default: '26680' },
  'block-ms': { type: 'string', default: '1000' },
  'chain-id': { type: 'string' },
  seed: { type: 'string' },
  'gas-price': { type: 'string' },
  'second-node': { type: 'boolean', default: false },
  fault: { type: 'string', multiple: true },
  state: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Runs devnet from a command line until Ctrl-C. Throws a message for the person when an option is wrong. */
export async function runDevnet(args: readonly string[], print: (text: string) => void): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (values.help) return print(USAGE)
  const faults = (values.fault ?? []).map(readFaultShorthand)
  const options = readOptions(values)
  const devnet = await startDevnet(options)
  for (const fault of faults) devnet.faults.add(fault)
  print(banner(devnet, options))
  await untilInterrupted()
  await devnet.stop()
}

function readOptions(
  values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'],
): DevnetOptions {
  const { seed, state, 'chain-id': chainId, 'gas-price': gasPrice } = values
  return {
    lcdPort: readNumber('--lcd-port', values['lcd-port'], 65_535),
    rpcPort: readNumber('--rpc-port', values['rpc-port'], 65_535),
    faucetPort: readNumber('--faucet-port', values['faucet-port'], 65_535),
    controlPort: readNumber('--control-port', values['control-port'], 65_535),
    blockMs: readNumber('--block-ms', values['block-ms'], 3_600_000, 1),
    nodes: values['second-node'] ? 2 : 1,
    ...(chainId !== undefined && { chainId }),
    ...(gasPrice !== undefined && { gasPrice }),
    ...(seed !== undefined && { seed, evenTime: true }),
    ...(state !== undefined && { stateFile: state }),
  }
}

function banner(devnet: Devnet, options: DevnetOptions): string {
  const { faucetUrl, controlUrl, chainId, accounts, contracts, nodes, faults } = devnet
  const keys =
    options.seed === undefined
      ? 'The encryption keys are the same at every start; --seed TEXT gives others.'
      : 'Everything that happens follows from --seed.'
  const kept =
    options.stateFile === undefined
      ? 'State is in memory and ends with it.'
      : `State is kept in ${options.stateFile}.`
  const wrong = faults.list().map(({ kind }) => kind)
  return `A local Secret Network, chain id ${chainId}, a block every ${options.blockMs} ms.

${nodes.map(({ lcdUrl, rpcUrl }) => `  LCD     ${lcdUrl}\n  RPC     ${rpcUrl}, WebSocket ${rpcUrl.replace('http', 'ws')}/websocket`).join('\n')}
  faucet  ${faucetUrl}/faucet?address=secret1...
  control ${controlUrl}
${wrong.length === 0 ? '' : `\n  faults  ${wrong.join(', ')}\n`}
  accounts, each with 1,000,000,000,000 SCRT (publicly known phrases: never use them elsewhere)
${accounts.map(({ name, address, mnemonic }) => `    ${name}  ${address}\n       ${mnemonic}`).join('\n')}

  contracts
${Object.entries(contracts)
  .map(([name, { address, codeHash }]) => `    ${name.padEnd(8)}  ${address}  code hash ${codeHash}`)
  .join('\n')}

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
