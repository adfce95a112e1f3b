import {
  ChainError,
  ContractError,
  getAccount,
  getBalances,
  getCodeHashById,
  getCodeHashes,
  getContractHistory,
  getContractInfo,
  getFeeAllowances,
  getGasFloor,
  getPendingMigration,
  getTokenInfo,
  simulate,
} from '../../chain/index'
import type { ChainFacts } from '../page-ports'
import { NetworkError } from './network-error'
import type { Networks } from './networks'

/** What the chain says about contracts and accounts, as reviews and page methods ask for it. */
export function createChainFacts(networks: Pick<Networks, 'client' | 'txKey' | 'codeHash'>): ChainFacts {
  return {
    async codeHash({ chainId }, contract) {
      // Asked afresh: what is signed must name the code that runs now.
      return await networks.codeHash(chainId, contract, { fresh: true })
    },
    async contractInfo({ chainId }, contract) {
      try {
        const info = await getContractInfo(await networks.client(chainId), contract)
        const { label, creator, admin, requiresGovernance: governed } = info
        return { label, codeId: info.codeId.toString(), creator, admin, governed }
      } catch (error) {
        if (error instanceof ChainError && error.code === 'chain/not-found') return undefined
        throw error
      }
    },
    async contractChanges({ chainId }, contract) {
      const history = await getContractHistory(await networks.client(chainId), contract)
      const heights = history.filter(({ change }) => change).map(({ height }) => height)
      const last = heights.reduce((a, b) => (b > a ? b : a), 0n)
      return { count: heights.length, lastHeight: heights.length === 0 ? undefined : last.toString() }
    },
    async pendingMigration({ chainId }, contract) {
      return (await getPendingMigration(await networks.client(chainId), contract))?.toString()
    },
    async codeHashById({ chainId }, codeId) {
      return await getCodeHashById(await networks.client(chainId), BigInt(codeId))
    },
    async codeHashes({ chainId }, codeId) {
      return await getCodeHashes(await networks.client(chainId), BigInt(codeId))
    },
    async token({ chainId }, contract) {
      const client = await networks.client(chainId)
      const [codeHash, txKey] = await Promise.all([
        networks.codeHash(chainId, contract),
        networks.txKey(chainId),
      ])
      if (txKey.kind === 'blocked') throw new NetworkError('network/blocked')
      try {
        const { name, symbol, decimals } = await getTokenInfo(client, {
          contract,
          codeHash,
          ioPublicKey: txKey.key,
        })
        return { name, symbol, decimals }
      } catch (error) {
        if (error instanceof ContractError) return undefined
        throw error
      }
    },
    async account({ chainId }, address) {
      const account = await getAccount(await networks.client(chainId), address)
      if (account.kind === 'unfunded') return undefined
      return { accountNumber: account.accountNumber, sequence: account.sequence }
    },
    balances: async ({ chainId }, address) => await getBalances(await networks.client(chainId), address),
    gasFloor: async ({ chainId }) => await getGasFloor(await networks.client(chainId)),
    feeAllowances: async ({ chainId }, grantee) =>
      await getFeeAllowances(await networks.client(chainId), grantee),
    simulate: async ({ chainId }, tx) => await simulate(await networks.client(chainId), tx),
  }
}
