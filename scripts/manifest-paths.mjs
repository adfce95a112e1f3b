// @ts-check
// The parts of a manifest that our checks read.

/**
 * @typedef {object} Manifest
 * @property {string} version
 * @property {Record<string, string>} icons
 * @property {{default_popup: string, default_icon: Record<string, string>}} action
 * @property {{default_path: string}} side_panel
 * @property {{default_panel: string}} sidebar_action
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
export function manifestPaths(manifest) {
  const { icons, action, side_panel, sidebar_action, background, content_scripts } = manifest
  return [
    ...new Set([
      ...Object.values(icons),
      ...Object.values(action.default_icon),
      action.default_popup,
      fileOf(side_panel.default_path),
      fileOf(sidebar_action.default_panel),
      background.service_worker,
      ...background.scripts,
      ...content_scripts.flatMap((entry) => entry.js),
    ]),
  ]
}

/** A page's address without what follows its file. @param {string} address */
function fileOf(address) {
  return address.replace(/[?#].*$/, '')
}
