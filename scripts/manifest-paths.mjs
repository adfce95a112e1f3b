// @ts-check
// The parts of a manifest that our checks read.

/**
 * @typedef {object} Manifest
 * @property {string} version
 * @property {Record<string, string>} icons
 * @property {{default_popup: string, default_icon: Record<string, string>}} action
 * @property {{service_worker: string, scripts: string[]}} background
 * @property {string[]} host_permissions
 * @property {{js: string[]}[]} content_scripts
 */

/**
 * @param {string} text
 * @returns {Manifest}
 */
export function parseManifest(text) {
  return JSON.parse(text)
}

/**
 * Every file of the extension that its manifest names, each once.
 * @param {Manifest} manifest
 * @returns {string[]}
 */
export function manifestPaths({ icons, action, background, content_scripts }) {
  return [
    ...new Set([
      ...Object.values(icons),
      ...Object.values(action.default_icon),
      action.default_popup,
      background.service_worker,
      ...background.scripts,
      ...content_scripts.flatMap((entry) => entry.js),
    ]),
  ]
}
