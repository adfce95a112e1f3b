// @ts-check
// npm start: builds the extension, serves a local Secret Network and the demo, and opens Chromium with all of it.
import { fileURLToPath } from 'node:url'
import { hasDisplay, openBrowser } from './open-browser.mjs'
import { ensureInstalled } from './setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {{stop: () => Promise<void>}} Started */
/** @typedef {Started & {lcdUrl: string, faucetUrl: string, chainId: string}} Devnet */

/** What runs, in the order of its start; ended in the reverse order. @type {Started[]} */
const running = []

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`)

async function start() {
  ensureInstalled()
  // The ports first: where they are taken by another npm start, its dist must not be built anew below it.
  const devnet = await startNetwork()
  running.push(devnet)
  say(`network   ${devnet.chainId} at ${devnet.lcdUrl}, faucet at ${devnet.faucetUrl}`)
  const { startDemo } = await import('./demo.mjs')
  const demo = await startDemo({ lcdUrl: devnet.lcdUrl, chainId: devnet.chainId }).catch(portTaken(5173))
  running.push(demo)
  say(`demo      ${demo.url}`)
  const { buildExtension } = await import('./build.mjs')
  await buildExtension()
  say(`extension ${root}dist`)
  if (!hasDisplay()) return byHand('There is no display here, so no browser is opened.', demo.url)
  try {
    running.push(openBrowser({ root, url: demo.url, onClose: browserClosed }))
    say('browser   Chromium with Sotto loaded; its profile is kept in .cache/chromium-profile')
    say('\nCtrl-C ends all of it.')
  } catch (error) {
    byHand(messageOf(error), demo.url)
  }
}

/** @returns {Promise<Devnet>} */
async function startNetwork() {
  const { importTs } = await import('./run-ts.mjs')
  /** @type {{startDevnet: (options: object) => Promise<Devnet>}} */
  const { startDevnet } = await importTs(`${root}devnet/index.ts`)
  const stateFile = `${root}.cache/devnet-state.json`
  const options = { lcdPort: 1317, rpcPort: 26657, faucetPort: 5000, controlPort: 26680, stateFile }
  return await startDevnet(options).catch(portTaken('1317, 26657, 5000 or 26680'))
}

/**
 * @param {string | number} port
 * @returns {(error: unknown) => never}
 */
function portTaken(port) {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      const taken = 'port' in error ? error.port : port
      throw new Error(`Port ${taken} is taken. End what uses it (perhaps another npm start) and try again.`)
    }
    throw error
  }
}

/**
 * @param {string} reason
 * @param {string} url
 */
function byHand(reason, url) {
  say(`\n${reason}`)
  say('The network and the demo are being served. To try Sotto in a browser of your own:')
  say(
    '  1. Chromium: open chrome://extensions, turn on Developer mode, choose Load unpacked and take this folder:',
  )
  say(`     ${root}dist`)
  say(
    '     Firefox: open about:debugging#/runtime/this-firefox, choose Load Temporary Add-on, take manifest.json there.',
  )
  say(`  2. Open ${url}`)
  say('\nCtrl-C ends all of it.')
}

function browserClosed() {
  say('\nThe browser was closed; the network and the demo go on. Ctrl-C ends them.')
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error))

let isEnding = false

/** @param {number} code */
async function end(code) {
  if (isEnding) return
  isEnding = true
  for (const one of running.splice(0).reverse()) await one.stop()
  process.exit(code)
}

// Ctrl-C arrives twice, from the terminal and from npm: a second one must not cut the ending short.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0))
try {
  await start()
} catch (error) {
  process.stderr.write(`\n${messageOf(error)}\n`)
  await end(1)
}
