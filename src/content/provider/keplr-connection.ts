import { encodeHex } from './bytes'
import { type KeplrSession, need } from './keplr-session'
import type { KeplrKey, KeplrSurface, SettledKey } from './keplr-surface'
import { emptyRecord, isArray, NativeError } from './natives'
import { badRequest } from './page-failure'

type Connection = Pick<
  KeplrSurface,
  'ping' | 'enable' | 'disable' | 'getKey' | 'getKeysSettled' | 'changeKeyRingName'
>

/** Who is connected, and to what account. */
export function connectionMethods(session: KeplrSession): Connection {
  const { sotto, ask } = session
  return {
    ping: async () => {},
    enable: (chainIds) =>
      ask(() => {
        need(chainIds?.length, 'chain id not set')
        return sotto.connect(chainIds)
      }),
    disable: (chainIds) => ask(() => sotto.disconnect(chainIds)),
    getKey: (chainId) => getKey(session, chainId),
    getKeysSettled: (chainIds) => getKeysSettled(session, chainIds),
    changeKeyRingName: (options) =>
      ask(() => sotto.renameAccount(options.defaultName, options.editable ?? true)),
  }
}

/** Sites reach it by message alone. It never opens a window. */
export function isEnabled({ sotto, ask }: KeplrSession, chainIds: string): Promise<boolean> {
  return ask(() => sotto.isConnected(chainIds))
}

export async function getKey({ sotto, ask }: KeplrSession, chainId: string): Promise<KeplrKey> {
  const { name, algorithm, publicKey, address, addressBytes } = await ask(() => {
    need(chainId, 'chainId is not set')
    return sotto.getAccount(chainId)
  })
  return {
    name,
    algo: algorithm,
    pubKey: publicKey,
    address: addressBytes,
    bech32Address: address,
    ethereumHexAddress: `0x${encodeHex(addressBytes)}`,
    isNanoLedger: false,
    isKeystone: false,
  }
}

/** One question for all chains; then each ends by itself. */
async function getKeysSettled(session: KeplrSession, chainIds: string[]): Promise<SettledKey[]> {
  await session.ask(() => {
    need(isArray(chainIds) && chainIds.length, 'chainIds are not set')
    const seen = emptyRecord<true>()
    for (let index = 0; index < chainIds.length; index += 1) {
      const id = chainIds[index] ?? ''
      if (seen[id]) throw badRequest(`chainId ${id} is duplicated`)
      seen[id] = true
    }
    return session.sotto.connect(chainIds)
  })
  const settled: SettledKey[] = []
  for (let index = 0; index < chainIds.length; index += 1) {
    try {
      settled[index] = { status: 'fulfilled', value: await getKey(session, chainIds[index] ?? '') }
    } catch (error) {
      settled[index] = {
        status: 'rejected',
        reason: error instanceof NativeError ? error : new NativeError(),
      }
    }
  }
  return settled
}
