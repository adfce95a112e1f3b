/** What the chain says about the fee and the outcome of a transaction: asked with a time limit, never waited for. */
import { hex } from '@scure/base'
import { encodeAuthInfo, encodeTxBody, holdsUnrecognised, SIGN_MODE } from '../../chain/codec/index'
import type { Chain, FeeAllowance, Simulation } from '../../chain/index'
import { sha256 } from '../../crypto/index'
import type { Address, Coin } from '../../domain/index'
import type { SigningAccount } from '../accounts/account'
import type { ChainFacts } from '../page-ports'
import { createLearning, type Learned, type LearningParts } from '../review/learned'
import type { TxRequest } from '../review/sign-request'
import { contentOf, feeOf, isForContracts, sequenceOf } from '../review/tx-content'

export interface FeeFacts {
  /** The lowest price of the node, as a decimal. */
  readonly floor: Learned<string>
  readonly allowances: Learned<readonly FeeAllowance[]>
  readonly balances: Learned<readonly Coin[]>
  /** Undefined for what cannot be tried out. */
  readonly trial: Learned<Simulation> | undefined
}

export interface FeeFactsBook {
  about(chain: Chain, request: TxRequest, account: SigningAccount): FeeFacts
  /** What the account has is asked for anew when it is next wanted. */
  renewAccount(chainId: string, address: Address): void
  forget(): void
}

interface FeeFactsParts extends LearningParts {
  readonly facts: Pick<ChainFacts, 'gasFloor' | 'feeAllowances' | 'balances' | 'simulate'>
}

export function createFeeFacts(parts: FeeFactsParts): FeeFactsBook {
  const { facts } = parts
  const { learn, unlearn, forget } = createLearning(parts)

  function trial(chain: Chain, request: TxRequest, account: SigningAccount): FeeFacts['trial'] {
    const tx = trialTx(request, account)
    if (tx === undefined) return undefined
    const name = hex.encode(sha256(Uint8Array.from([...sha256(tx.bodyBytes), ...sha256(tx.authInfoBytes)])))
    return learn(`trial ${chain.chainId} ${name}`, () => facts.simulate(chain, tx))
  }

  return {
    about(chain, request, account) {
      const name = `${chain.chainId} ${account.address}`
      const address: Address = account.address
      return {
        floor: learn(`floor ${chain.chainId}`, () => facts.gasFloor(chain)),
        allowances: learn(`allowances ${name}`, () => facts.feeAllowances(chain, address)),
        balances: learn(`balances ${name}`, () => facts.balances(chain, address)),
        trial: trial(chain, request, account),
      }
    },
    renewAccount(chainId, address) {
      for (const part of ['allowances', 'balances']) unlearn(`${part} ${chainId} ${address}`)
    },
    forget,
  }
}

interface TrialTx {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
}

/** The transaction without its amount and its gas, so that another fee is not tried out again. */
function trialTx(request: TxRequest, { publicKey }: SigningAccount): TrialTx | undefined {
  const { messages, memo, timeoutHeight } = contentOf(request)
  // Nodes cannot run what only the enclaves of a block can read. Protocol 4.5.
  if (messages.some(isForContracts)) return undefined
  // What came as JSON of an unknown type has no bytes to try.
  if (request.kind === 'amino' && messages.some(holdsUnrecognised)) return undefined
  const { payer, granter } = feeOf(request)
  return {
    bodyBytes: request.kind === 'amino' ? encodeTxBody({ messages, memo, timeoutHeight }) : request.bodyBytes,
    authInfoBytes: encodeAuthInfo({
      publicKey,
      mode: SIGN_MODE.direct,
      sequence: sequenceOf(request),
      fee: { amount: [], gas: 0n, payer, granter },
    }),
  }
}
