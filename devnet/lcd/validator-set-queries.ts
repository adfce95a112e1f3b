import { base64 } from '@scure/base'
import type { JsonValue } from '../../src/domain/index'
import { type ConsensusValidator, consensusSet } from '../modules/staking/consensus-set'
import { renderConsensusAddress } from '../modules/validator-address'
import type { Store } from '../store/store'
import { invalidArgument } from './grpc-error'
import { type LcdHandler, type LcdRequest, numberPart } from './lcd-request'
import { paginate } from './pagination'

export const latestValidatorSet: LcdHandler = (_, request) =>
  renderSet(request, request.store, request.block.height)

export const validatorSetAt: LcdHandler = (chain, request) => {
  const height = numberPart(request, 'height')
  const { latest } = request.node
  if (height > latest.height) {
    throw invalidArgument(`requested block height is bigger then the chain length: ${latest.height}`)
  }
  const store = chain.history.at(height, chain.blocks.latest.height)
  if (store === undefined) throw invalidArgument(`could not find validator set for height #${height}`)
  return renderSet(request, store, height)
}

function renderSet({ query }: LcdRequest, store: Store, height: number): JsonValue {
  const { items, pagination } = paginate(consensusSet(store), query, addressOf)
  return {
    block_height: String(height),
    validators: items.map((validator) => ({
      address: addressOf(validator),
      pub_key: { '@type': '/cosmos.crypto.ed25519.PubKey', key: base64.encode(validator.publicKey) },
      voting_power: String(validator.power),
      proposer_priority: '0',
    })),
    pagination,
  }
}

function addressOf({ address }: ConsensusValidator): string {
  return renderConsensusAddress(address)
}
