import { request as askNode, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands before a node, passes everything on, and keeps what was asked. */
export interface NotedNode {
  readonly url: string
  /** Path and query of each request, in order. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

export async function noteNode(nodeUrl: string): Promise<NotedNode> {
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => {
    const { url = '/', method, headers } = incoming
    asked.push(url)
    const onward = askNode(new URL(url, nodeUrl), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
