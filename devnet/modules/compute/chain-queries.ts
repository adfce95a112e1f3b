import type { JsonObject } from '../../../src/domain/index'
import { getBalance, getBalances } from '../bank/bank'
import { coinToJson } from '../coins'
import { allProposals, type Proposal } from '../gov/proposal'
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
  // Nothing to vote on is no member at all, as Go leaves empty lists out.
  'gov.proposals': ({ store }) => {
    const proposals = allProposals(store).flatMap(votedOn)
    return proposals.length === 0 ? {} : { proposals }
  },
  ...STAKING_QUERIES,
}

const NANOSECONDS = 1_000_000_000n

/** A proposal while it is voted on, with times in seconds; nothing otherwise. */
function votedOn({ id, status, voting }: Proposal): JsonObject[] {
  if (status !== 'voting' || voting === undefined) return []
  const [start, end] = [voting.start, voting.end].map((time) => Number(time / NANOSECONDS))
  return [{ id: Number(id), voting_start_time: start ?? 0, voting_end_time: end ?? 0 }]
}
