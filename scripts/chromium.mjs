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

/** @typedef {{kind: 'found', path: string} | {kind: 'missing', tried: string[]}} ChromiumAnswer */

/**
 * CHROMIUM_PATH, then Playwright's own, then the usual places, then PATH.
 * @param {Surroundings} [at]
 * @returns {ChromiumAnswer}
 */
export function lookUpChromium(at = thisMachine()) {
  const named = at.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    // A named browser that is not there is a mistake to report, not a reason to take another one.
    if (at.isFile(named)) return { kind: 'found', path: named }
    return { kind: 'missing', tried: [`CHROMIUM_PATH=${named} (no such file)`] }
  }
  const tried = ['CHROMIUM_PATH (not set)']
  const playwright = playwrightChromium(at)
  for (const path of [...playwright.paths, ...usualPlaces(at.platform, at.home), ...pathPlaces(at)]) {
    if (at.isFile(path)) return { kind: 'found', path }
    tried.push(path)
  }
  if (playwright.note !== undefined) tried.push(playwright.note)
  return { kind: 'missing', tried }
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
  const names =
    platform === 'win32' ? ['chromium.exe'] : ['chromium', 'chromium-browser', 'ungoogled-chromium']
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const usual = new Set(usualPlaces(platform, ''))
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .filter((path) => !usual.has(path))
}
