// @ts-check
// Where a Chromium may be found. Node built-ins only; Playwright is asked only where it keeps browsers at all.
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * @typedef {object} Surroundings
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {NodeJS.Platform} platform
 * @property {string} home
 * @property {(path: string) => boolean} isFile
 * @property {(path: string) => boolean} isFolder
 * @property {() => string} playwrightPath what Playwright would start; throws when Playwright is not installed
 */

/**
 * `mayInstall` is false where the person named a browser: that is a mistake to report, not a wish for another one.
 * @typedef {{kind: 'found', path: string} | {kind: 'missing', tried: string[], mayInstall: boolean}} ChromiumAnswer
 */

/**
 * CHROMIUM_PATH, then Playwright's own, then the usual places, then PATH.
 * @param {Surroundings} [at]
 * @returns {ChromiumAnswer}
 */
export function lookUpChromium(at = thisMachine()) {
  const named = at.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (at.isFile(named)) return { kind: 'found', path: named }
    return { kind: 'missing', tried: [`CHROMIUM_PATH=${named} (no such file)`], mayInstall: false }
  }
  const playwright = playwrightChromium(at)
  const places = [...playwright.paths, ...usualPlaces(at.platform, at.home)]
  const path = [...places, ...pathPlaces(at)].find(at.isFile)
  if (path !== undefined) return { kind: 'found', path }
  const note = playwright.note === undefined ? [] : [playwright.note]
  const tried = [
    'CHROMIUM_PATH (not set)',
    ...note,
    ...places,
    `${namesOnPath(at.platform).join(', ')} on PATH`,
  ]
  return { kind: 'missing', tried, mayInstall: true }
}

/** @returns {Surroundings} */
function thisMachine() {
  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
    isFolder: existsSync,
    playwrightPath: () => createRequire(import.meta.url)('playwright').chromium.executablePath(),
  }
}

/**
 * @param {Surroundings} at
 * @returns {{paths: string[], note?: string}}
 */
function playwrightChromium(at) {
  const folder =
    at.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(at.home, ...cacheFolder(at.platform), 'ms-playwright')
  if (!at.isFolder(folder)) return { paths: [], note: `Playwright's own (${folder} does not exist)` }
  try {
    return { paths: [at.playwrightPath()] }
  } catch (error) {
    return { paths: [], note: `Playwright's own (${error instanceof Error ? error.message : error})` }
  }
}

/** @param {NodeJS.Platform} platform */
function cacheFolder(platform) {
  if (platform === 'darwin') return ['Library', 'Caches']
  return platform === 'win32' ? ['AppData', 'Local'] : ['.cache']
}

/**
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
function usualPlaces(platform, home) {
  if (platform === 'darwin') {
    const inside = 'Chromium.app/Contents/MacOS/Chromium'
    return [`/Applications/${inside}`, `${home}/Applications/${inside}`]
  }
  if (platform === 'win32') return [`${home}\\AppData\\Local\\Chromium\\Application\\chrome.exe`]
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ]
}

/** @param {Surroundings} at */
function pathPlaces({ env, platform }) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) => namesOnPath(platform).map((name) => join(folder, name)))
}

/** @param {NodeJS.Platform} platform */
function namesOnPath(platform) {
  return platform === 'win32' ? ['chromium.exe'] : ['chromium', 'chromium-browser', 'ungoogled-chromium']
}
