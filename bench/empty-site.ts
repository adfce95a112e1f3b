import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site with nothing on it, so that what is measured is the wallet. */
export interface EmptySite {
  readonly url: string
  stop(): Promise<void>
}

export async function startEmptySite(): Promise<EmptySite> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Empty</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
