// @ts-check
// Another process that asks many encrypted questions at once: node query-client.mjs LCD CONTRACT CODE_HASH ADDRESS
import http from 'node:http'
import { EncryptionUtilsImpl } from 'secretjs'

const [lcdUrl = '', contract = '', codeHash = '', address = ''] = process.argv.slice(2)
const CONCURRENT = 50
const ROUNDS = 30
const WARM_UP = 10
const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENT })

const cipher = new EncryptionUtilsImpl(lcdUrl)
const urls = []
for (let at = 0; at < CONCURRENT; at++) {
  const wire = await cipher.encrypt(codeHash, { balance: { address, key: `wrong ${at}` } })
  const query = encodeURIComponent(Buffer.from(wire).toString('base64'))
  urls.push(`${lcdUrl}/compute/v1beta1/query/${contract}?query=${query}`)
}

/** @param {string} url @returns {Promise<number>} milliseconds to the whole answer */
function timeOne(url) {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (response) => {
        response.resume()
        response.once('end', () => resolve(performance.now() - started))
      })
      .once('error', reject)
  })
}

/** @type {{latencies: number[], perQuery: number}[]} */
const rounds = []
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  const started = performance.now()
  const latencies = await Promise.all(urls.map(timeOne))
  rounds.push({ latencies, perQuery: (performance.now() - started) / CONCURRENT })
}
agent.destroy()
process.stdout.write(JSON.stringify(rounds.slice(WARM_UP)))
