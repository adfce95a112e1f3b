import { getBalance, getBalances } from '../bank/bank'
import { coinToJson } from '../coins'
import { readAddress } from '../message-address'
import { type ChainQuery, textOf } from './chain-query'
import { requireContract } from './registry'
import { STAKING_QUERIES } from './staking-queries'

/** What contracts may ask other modules, by module and query (Protocol 12.6). */
export const CHAIN_QUERIES: Readonly<Record<string, ChainQuery>> = {
  'bank.balance': ({ store }, body) => {
    const denom = textOf(body, 'denom')
    const amount = getBalance(store, readAddress(textOf(body, 'address'), 'invalid address'), denom)
    return { amount: coinToJson({ denom, amount }) }
  },
  'bank.all_balances': ({ store }, body) => ({
    amount: getBalances(store, readAddress(textOf(body, 'address'), 'invalid address')).map(coinToJson),
  }),
  'wasm.contract_info': ({ store }, body) => {
    const { record, code } = requireContract(store, textOf(body, 'contract_addr'))
    return {
      code_id: record.codeId,
      creator: record.creator,
      admin: record.admin === '' ? null : record.admin,
      pinned: false,
      ibc_port: null,
      code_hash: code.codeHash,
    }
  },
  ...STAKING_QUERIES,
}
