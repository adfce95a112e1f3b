// @ts-check
// Keeps the demo in front at the first start, when the wallet opens its welcome tab beside it. Spoken over Chromium's
// debugging pipe: two file descriptors that only we hold, no port.

/** How long after the start a welcome tab is still expected. */
const FIRST_SECONDS = 10_000

/**
 * Activates the page at `url` whenever the extension opens a tab, for the first seconds.
 * @param {import('node:stream').Writable} input
 * @param {import('node:stream').Readable} output
 * @param {string} url
 */
export function keepInFront(input, output, url) {
  const started = Date.now()
  /** @type {string | undefined} */
  let wanted
  let unread = ''
  let id = 0
  /** @param {string} method @param {object} params */
  const send = (method, params) => {
    id += 1
    input.write(`${JSON.stringify({ id, method, params })}\0`)
  }
  // A browser that is closing closes its pipe too; there is nothing left to bring to the front then.
  input.on('error', () => undefined)
  output.on('data', (/** @type {Buffer} */ chunk) => {
    const texts = `${unread}${chunk}`.split('\0')
    unread = texts.pop() ?? ''
    for (const text of texts) {
      const target = newPage(JSON.parse(text))
      if (target === undefined || Date.now() - started > FIRST_SECONDS) continue
      if (target.url === url) wanted = target.targetId
      if (wanted !== undefined) send('Target.activateTarget', { targetId: wanted })
    }
  })
  send('Target.setDiscoverTargets', { discover: true })
}

/**
 * @param {{method?: string, params?: {targetInfo?: {targetId: string, type: string, url: string}}}} message
 * @returns {{targetId: string, url: string} | undefined} the page that came or changed its address
 */
function newPage({ method, params }) {
  const tells = method === 'Target.targetCreated' || method === 'Target.targetInfoChanged'
  return tells && params?.targetInfo?.type === 'page' ? params.targetInfo : undefined
}
