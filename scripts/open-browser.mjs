// @ts-check
// Opens Chromium for a person: no automation, a profile that stays, the built extension loaded.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { keepInFront } from './front-tab.mjs'
import { ensureChromium } from './setup.mjs'

/** Whether a window can be shown: only on Linux is that a question. */
export function hasDisplay(platform = process.platform, env = process.env) {
  if (platform !== 'linux') return true
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '')
}

/**
 * @param {{root: string, url: string, onClose: () => void}} options
 * @returns {{stop: () => Promise<void>}}
 * @throws when there is no Chromium
 */
export function openBrowser({ root, url, onClose }) {
  const dist = join(root, 'dist')
  const profile = join(root, '.cache/chromium-profile')
  // Chromium keeps an extension's compiled worker as long as the version stays, and would run the last build's.
  rmSync(join(profile, 'Default/Service Worker'), { recursive: true, force: true })
  const args = [
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${dist}`,
    `--load-extension=${dist}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--remote-debugging-pipe',
    // Chromium refuses to run its sandbox as root, which containers are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    url,
  ]
  // A process group of its own: Ctrl-C reaches us alone, and we let the browser close its profile properly.
  const stdio = /** @type {const} */ (['ignore', 'ignore', 'ignore', 'pipe', 'pipe'])
  const child = spawn(ensureChromium(), args, { stdio: [...stdio], detached: true })
  const [, , , input, output] = child.stdio
  keepInFront(
    /** @type {import('node:stream').Writable} */ (input),
    /** @type {import('node:stream').Readable} */ (output),
    url,
  )
  const closed = new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', resolve)
  })
  let isStopping = false
  void closed.then(() => isStopping || onClose())
  return {
    async stop() {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      const { pid } = child
      // On SIGINT it writes its profile out and unlocks it; SIGTERM does without that.
      child.kill('SIGINT')
      const late = setTimeout(() => signalGroup(pid, 'SIGKILL'), 5_000)
      await closed
      clearTimeout(late)
      signalGroup(pid, 'SIGKILL')
    },
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch (error) {
    // ESRCH: it ended by itself in the meantime, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
