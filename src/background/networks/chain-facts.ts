import { ContractError, getAccount, getContractInfo, getTokenInfo } from '../../chain/index'
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
      const { label, codeId } = await getContractInfo(await networks.client(chainId), contract)
      return { label, codeId: codeId.toString() }
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
  }
}
