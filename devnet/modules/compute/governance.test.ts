import { beforeEach, describe, expect, it } from 'vitest'
import { type Address, addressBytes } from '../../../src/domain/index'
import { DEV_ACCOUNTS } from '../../accounts'
import { anyMessage } from '../../codec/any-message'
import {
  MsgContractGovernanceProposalSchema,
  MsgInstantiateContractSchema,
  MsgMigrateContractSchema,
  MsgSetContractGovernanceSchema,
  MsgUpdateParamsSchema,
} from '../../codec/gen/compute_pb'
import { findCode } from '../../contracts/catalog'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { GOV } from '../module-address'
import { authorizedMigration } from './governed-changes'
import { computeParams } from './params'
import { findByLabel, requireContract } from './registry'

const B = DEV_ACCOUNTS[1]?.address as Address
const HASH = findCode(2)?.codeHash ?? ''

let chain: Chain
let wallet: TestWallet
let contract: Address
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  const initMsg = wallet.seal(HASH, {})
  const sender = addressBytes(wallet.address)
  wallet.run([
    anyMessage(MsgInstantiateContractSchema, {
      sender,
      codeId: 2n,
      label: 'mine',
      initMsg,
      admin: wallet.address,
    }),
  ])
  contract = findByLabel(chain.store, 'mine') as Address
})

/** As a passed proposal does it. */
function decide(message: Parameters<Chain['router']['run']>[1]): void {
  chain.schedule((context) => {
    chain.router.run(context, message)
  })
  chain.produceBlock()
}

const migrate = () =>
  wallet.run([
    anyMessage(MsgMigrateContractSchema, {
      sender: wallet.address,
      contract,
      codeId: 2n,
      msg: wallet.seal(HASH, {}),
    }),
  ])

describe('a contract under governance', () => {
  it('is migrated only to what was decided', () => {
    const submit = { sender: wallet.address, contractAddress: contract }
    expect(wallet.run([anyMessage(MsgSetContractGovernanceSchema, submit)]).code).toBe(0)
    expect(requireContract(chain.store, contract).record.requireGovernance).toBe(true)
    expect(migrate()).toMatchObject({ code: 4, codespace: 'sdk' })
    const contracts = [{ address: contract, newCodeId: 2n }]
    decide(anyMessage(MsgContractGovernanceProposalSchema, { authority: GOV, contracts }))
    expect(authorizedMigration(chain.store, contract)).toBe(2)
    // Built-in code has no migration of its own, which is found only when it is asked for.
    expect(migrate().log).toContain('calling a function in the contract failed')
  })

  it('gets the admin that was decided', () => {
    const adminUpdates = [{ address: contract, newAdmin: B }]
    decide(anyMessage(MsgContractGovernanceProposalSchema, { authority: GOV, adminUpdates }))
    expect(requireContract(chain.store, contract).record.admin).toBe(B)
  })

  it('is decided on by nobody else', () => {
    const message = anyMessage(MsgContractGovernanceProposalSchema, { authority: wallet.address })
    expect(wallet.run([message]).log).toContain('expected gov account as only signer')
  })
})

describe('the parameters of compute', () => {
  it('are set by governance', () => {
    const params = { maxContractSize: 1_000n, compileCost: '500000000000000000' }
    decide(anyMessage(MsgUpdateParamsSchema, { authority: GOV, params }))
    expect(computeParams(chain.store)).toEqual({
      maxContractSize: 1_000n,
      compileCost: 500_000_000_000_000_000n,
    })
  })
})
