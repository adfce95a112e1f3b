import { request } from 'node:http'

/** The platform's `fetch` as far as the wallet uses it, to this machine: secretjs puts another one in its place when it is loaded. */
export function loopbackFetch(url: string, init: RequestInit = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: init.method ?? 'GET', headers: { ...(init.headers as object) } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 0 })),
        )
      },
    )
    asked.on('error', reject)
    asked.end(init.body)
  })
}
