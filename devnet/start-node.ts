import type { Faults } from './faults/faults'
import type { NodeView } from './faults/node-view'
import { listenOnLoopback } from './http-server'
import { createLcdServer } from './lcd/lcd-server'
import type { BlockEvents } from './rpc/block-events'
import { createRpcServer } from './rpc/rpc-server'

/** One node of the network, with interfaces and faults of its own. */
export interface DevnetNode {
  readonly lcdUrl: string
  readonly rpcUrl: string
  readonly faults: Faults
}

export interface StartedNode extends DevnetNode {
  stop(): Promise<void>
}

/** Opens a node's ports; when one is taken, none stays open. */
export async function startNode(
  node: NodeView,
  blockEvents: BlockEvents,
  ports: { readonly lcd: number; readonly rpc: number },
): Promise<StartedNode> {
  const lcd = createLcdServer(node)
  const rpc = createRpcServer({ node, blockEvents })
  const lcdUrl = await listenOnLoopback(lcd, ports.lcd)
  const rpcUrl = await listenOnLoopback(rpc, ports.rpc).catch(async (error: unknown) => {
    await lcd.close()
    throw error
  })
  const stop = async (): Promise<void> => {
    await Promise.all([lcd.close(), rpc.close()])
  }
  return { lcdUrl, rpcUrl, faults: node.faults, stop }
}
