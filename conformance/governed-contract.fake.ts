/** A contract whose code is decided by vote, on a network where the vote was really held. */
import {
  type Msg,
  MsgInstantiateContract,
  MsgSetContractGovernance,
  MsgSubmitProposal,
  MsgVote,
  type SecretNetworkClient,
  type TxOptions,
  VoteOption,
} from 'secretjs'
import type { Devnet } from '../devnet/index'

const VOTING_SECONDS = 90
export const LOUD: TxOptions = {
  broadcastCheckIntervalMs: 30,
  gasLimit: 1_000_000,
  gasPriceInFeeDenom: 0.1,
}

export interface GovernedContract {
  readonly address: string
  readonly codeHash: string
  readonly codeId: number
}

const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })

/** A token of the owner's, given to governance. */
export async function makeGoverned(devnet: Devnet, owner: SecretNetworkClient): Promise<GovernedContract> {
  const { address: token, codeHash } = devnet.contracts.sscrt
  const { contract_info } = await owner.query.compute.contractInfo({ contract_address: token })
  const codeId = Number((contract_info as { readonly code_id?: string } | undefined)?.code_id)
  const made = await run(
    owner,
    new MsgInstantiateContract({
      sender: owner.address,
      code_id: codeId,
      code_hash: codeHash,
      label: 'governed',
      init_msg: { name: 'Mine', symbol: 'MINE', decimals: 6, prng_seed: 'cHJuZw==' },
      admin: owner.address,
      init_funds: [],
    }),
  )
  const address = made('contract_address')
  await run(owner, new MsgSetContractGovernance({ sender: owner.address, contract_address: address }))
  return { address, codeHash, codeId }
}

/** Both voters together stake more than the third of the network that a vote needs, and nobody is against. */
export async function voteToMove(
  devnet: Devnet,
  voters: readonly [SecretNetworkClient, SecretNetworkClient],
  { address, codeId }: GovernedContract,
): Promise<void> {
  const [proposer] = voters
  const { validators = [] } = await proposer.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
  const validator_address = validators[0]?.operator_address ?? ''
  const { address: authority = '' } = await proposer.query.upgrade.authority({})
  const proposed = await run(
    proposer,
    new MsgSubmitProposal({
      messages: [moveTo(authority, address, codeId)],
      initial_deposit: [uscrt(1_000_000_000)],
      proposer: proposer.address,
      metadata: '',
      title: 'T',
      summary: 'S',
      expedited: false,
    }),
  )
  const proposal_id = proposed('proposal_id')
  for (const voter of voters) {
    const stake = { delegator_address: voter.address, validator_address, amount: uscrt(900_000_000_000) }
    const staked = await voter.tx.staking.delegate(stake, LOUD)
    if (staked.code !== 0) throw new Error(staked.rawLog)
    const option = VoteOption.VOTE_OPTION_YES
    await run(voter, new MsgVote({ voter: voter.address, proposal_id, option, metadata: '' }))
  }
  devnet.jump({ seconds: VOTING_SECONDS + 1 })
}

/** MsgContractGovernanceProposal, which secretjs does not build: authority 1, title 2, description 3, contracts 4. */
function moveTo(authority: string, contract: string, codeId: number): Msg {
  const part = (field: number, content: Uint8Array): number[] => [
    (field << 3) | 2,
    content.length,
    ...content,
  ]
  const text = (field: number, words: string) => part(field, new TextEncoder().encode(words))
  const move = Uint8Array.from([...text(1, contract), 2 << 3, codeId])
  const value = Uint8Array.from([...text(1, authority), ...text(2, 'T'), ...text(3, 'D'), ...part(4, move)])
  const type_url = '/secret.compute.v1beta1.MsgContractGovernanceProposal'
  return {
    toProto: async () => ({ type_url, value, encode: () => value }),
    toAmino: () => Promise.reject(new Error('It is sent by the module, never signed in amino.')),
  }
}

/** The values of the events of a transaction that succeeded, by their keys. */
async function run(client: SecretNetworkClient, message: Msg): Promise<(key: string) => string> {
  const tx = await client.tx.broadcast([message], LOUD)
  if (tx.code !== 0) throw new Error(tx.rawLog)
  return (wanted) => tx.arrayLog?.find(({ key }) => key === wanted)?.value ?? ''
}
