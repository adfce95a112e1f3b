// @ts-check
// Another process that asks many encrypted questions at once: node query-client.mjs LCD CONTRACT CODE_HASH ADDRESS
// It speaks HTTP over sockets of its own: Node's client takes more time for a question than the node does for the answer.
import { once } from 'node:events'
import { connect } from 'node:net'
import { EncryptionUtilsImpl } from 'secretjs'

const [lcdUrl = '', contract = '', codeHash = '', address = ''] = process.argv.slice(2)
const CONCURRENT = 50
const ROUNDS = 30
const WARM_UP = 100
const NONCE_LENGTH = 32
const HEAD_END = '\r\n\r\n'
const { host, hostname, port } = new URL(lcdUrl)

const cipher = new EncryptionUtilsImpl(lcdUrl)
const sockets = await Promise.all(Array.from({ length: CONCURRENT }, open))

async function open() {
  const socket = connect(Number(port), hostname).setNoDelay().setEncoding('latin1')
  await once(socket, 'connect')
  return socket
}

/** @typedef {{socket: import('node:net').Socket, text: string, nonce: Uint8Array}} Question */

/** One more question for a socket, under a nonce of its own. @param {import('node:net').Socket} socket */
async function encryptQuestion(socket) {
  const wire = await cipher.encrypt(codeHash, { balance: { address, key: 'wrong' } })
  const query = encodeURIComponent(Buffer.from(wire).toString('base64'))
  const text = `GET /compute/v1beta1/query/${contract}?query=${query} HTTP/1.1\r\nhost: ${host}${HEAD_END}`
  return { socket, text, nonce: wire.slice(0, NONCE_LENGTH) }
}

/**
 * @param {Question} question
 * @returns {Promise<{latency: number, body: string, nonce: Uint8Array}>} milliseconds to the whole answer
 */
function ask({ socket, text, nonce }) {
  let answer = ''
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const read = (/** @type {string} */ part) => {
      answer += part
      const body = bodyOf(answer)
      if (body === undefined) return
      const latency = performance.now() - started
      socket.off('data', read).off('error', reject)
      resolve({ latency, body, nonce })
    }
    socket.on('data', read).once('error', reject)
    socket.write(text, 'latin1')
  })
}

/** @param {string} answer @returns {string | undefined} nothing yet while some of it is missing */
function bodyOf(answer) {
  const headEnd = answer.indexOf(HEAD_END)
  if (headEnd === -1) return undefined
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1])
  const body = answer.slice(headEnd + HEAD_END.length)
  return body.length < length ? undefined : body
}

/** Throws unless the contract's own answer is sealed to the question. @param {{body: string, nonce: Uint8Array}} answer */
async function check({ body, nonce }) {
  const sealed = Buffer.from(JSON.parse(body).data, 'base64')
  const said = Buffer.from(await cipher.decrypt(sealed, nonce)).toString()
  const answer = Buffer.from(said, 'base64').toString()
  if (!('viewing_key_error' in JSON.parse(answer))) throw new Error(`an unexpected answer: ${answer}`)
}

/** Asks one question on every socket at the same time. @param {Question[]} questions */
async function askAll(questions) {
  const started = performance.now()
  const answers = await Promise.all(questions.map(ask))
  const perQuery = (performance.now() - started) / CONCURRENT
  return { answers, round: { latencies: answers.map(({ latency }) => latency), perQuery } }
}

// Encrypting and decrypting take far longer than asking does, so they come before and after.
/** @type {Question[][]} */
const prepared = []
for (let at = 0; at < ROUNDS; at++) prepared.push(await Promise.all(sockets.map(encryptQuestion)))
const first = await Promise.all(sockets.map(encryptQuestion))
for (let at = 0; at < WARM_UP; at++) await askAll(first)

const asked = []
for (const questions of prepared) asked.push(await askAll(questions))
for (const socket of sockets) socket.destroy()
for (const answer of asked.flatMap(({ answers }) => answers)) await check(answer)
process.stdout.write(JSON.stringify(asked.map(({ round }) => round)))
