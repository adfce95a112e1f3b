import type { JsonValue } from '../../../src/domain/index'
import type { QueryCall } from '../contract'
import { handlerOf } from '../handlers'
import { rememberedBlock } from '../last-block'
import { openPermit, permits, printPermissions } from '../permits'
import { genericError } from '../std-error'
import { approvedForAll, inventoryApprovals, tokenApprovals } from './approval-lists'
import type { Answer } from './asking'
import * as collection from './collection-queries'
import { QUERY_TARGET, readConfig } from './config'
import { batchNftDossier, nftDossier } from './dossiers'
import * as token from './token-queries'

const ENABLED = { is_enabled: true }

/** Queries that nobody needs to be known for. */
const OPEN: Readonly<Record<string, Answer>> = {
  contract_info: collection.contractInfo,
  contract_creator: ({ storage }) => ({ contract_creator: { creator: readConfig(storage).creator } }),
  contract_config: collection.contractConfig,
  minters: ({ storage }) => ({ minters: { minters: readConfig(storage).minters } }),
  nft_info: token.nftInfo,
  is_unwrapped: token.isUnwrapped,
  is_transferable: token.isTransferable,
  implements_non_transferable_tokens: () => ({ implements_non_transferable_tokens: ENABLED }),
  implements_token_subtype: () => ({ implements_token_subtype: ENABLED }),
  registered_code_hash: collection.registeredCode,
}

/** Queries whose answer depends on who asks, by viewing key or by permit (Protocol 6.8). */
const GUARDED: Readonly<Record<string, Answer>> = {
  royalty_info: token.royaltyInfo,
  num_tokens: collection.numTokens,
  all_tokens: collection.allTokens,
  owner_of: token.ownerOf,
  private_metadata: token.privateMetadata,
  all_nft_info: token.allNftInfo,
  nft_dossier: nftDossier,
  batch_nft_dossier: batchNftDossier,
  token_approvals: tokenApprovals,
  inventory_approvals: inventoryApprovals,
  approved_for_all: approvedForAll,
  tokens: collection.tokens,
  num_tokens_of_owner: collection.numTokensOfOwner,
  verify_transfer_approval: token.verifyTransferApproval,
  transaction_history: collection.transactionHistory,
}

/** Stands in the table for the query that wraps another one. */
const WITH_PERMIT: Answer = () => {
  throw new Error('with_permit is opened before it is answered')
}

export function answerQuery(call: QueryCall, message: JsonValue): JsonValue {
  const { storage } = call
  const now = rememberedBlock(storage)
  const all = { ...OPEN, ...GUARDED, with_permit: WITH_PERMIT }
  const { handler, fields } = handlerOf(QUERY_TARGET, all, message)
  if (handler !== WITH_PERMIT) return handler({ storage, fields, now, signer: undefined })
  const rules = { dated: false, badSignature: 'names the reason' } as const
  const permit = openPermit(call, fields.fields('permit'), rules)
  if (!permits(permit, 'owner')) {
    const given = printPermissions(permit)
    throw genericError(`Owner permission is required for SNIP-721 queries, got permissions ${given}`)
  }
  const inner = handlerOf(QUERY_TARGET, GUARDED, fields.raw('query'))
  return inner.handler({ storage, fields: inner.fields, now, signer: permit.signer })
}
