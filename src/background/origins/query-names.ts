/**
 * Tells a query from a message to be run, which a page asks to be encrypted in the same words: by the name that it
 * begins with. Nothing is lost by a wrong guess (docs/decisions/0020).
 */

/** What the standards of tokens, collections and channels name their queries, and no message of theirs. Protocol 6. */
const NAMES: ReadonlySet<string> = new Set([
  'all_balances',
  'all_nft_info',
  'all_permissions',
  'all_tokens',
  'allowance',
  'allowances_given',
  'allowances_received',
  'approved_for_all',
  'balance',
  'batch_nft_dossier',
  'channel_info',
  'config',
  'contract_config',
  'contract_creator',
  'contract_info',
  'contract_status',
  'exchange_rate',
  'implements_non_transferable_tokens',
  'implements_token_subtype',
  'inventory_approvals',
  'is_transferable',
  'is_unwrapped',
  'list_channels',
  'minters',
  'nft_dossier',
  'nft_info',
  'num_tokens',
  'num_tokens_of_owner',
  'owner_of',
  'pair',
  'pairs',
  'permission',
  'pool',
  'private_metadata',
  'registered_code_hash',
  'reverse_simulation',
  'royalty_info',
  'simulation',
  'state',
  'token_approvals',
  'token_config',
  'token_id_private_info',
  'token_id_public_info',
  'token_info',
  'tokens',
  'transaction_history',
  'transfer_history',
  'verify_transfer_approval',
  'with_permit',
])
/** How other contracts name theirs: get_count, query_pools. */
const PREFIX = /^(get|query|list)_/
const FIRST_NAME = /^\s*\{\s*"([a-z0-9_]{1,64})"\s*:/

/** True for JSON text that begins as a query does. */
export function isQuery(message: string): boolean {
  const name = FIRST_NAME.exec(message)?.[1]
  return name !== undefined && (NAMES.has(name) || PREFIX.test(name))
}
