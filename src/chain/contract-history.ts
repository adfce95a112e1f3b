import * as v from 'valibot'
import type { Address } from '../domain/index'
import { readAnswer, uintText } from './answer'
import { ChainError } from './chain-error'
import type { Client } from './client'

/** One code that a contract was given: at its making, or by a change. */
export interface CodeChange {
  readonly change: boolean
  readonly codeId: bigint
  readonly height: bigint
}

const OPERATION = 'CONTRACT_CODE_HISTORY_OPERATION_TYPE_'
const historyAnswer = v.object({
  entries: v.pipe(
    v.array(
      v.object({
        operation: v.string(),
        code_id: uintText(),
        updated: v.object({ block_height: uintText() }),
      }),
    ),
    v.maxLength(10_000),
  ),
})
const migrationAnswer = v.object({ new_code_id: uintText() })

/** Every code a contract has had, as the node lists them. Throws ChainError. Protocol 4.6. */
export async function getContractHistory(
  client: Client,
  contract: Address,
  signal?: AbortSignal,
): Promise<readonly CodeChange[]> {
  const path = `/compute/v1beta1/contract_history/${contract}`
  const { entries } = readAnswer(historyAnswer, await client.request({ path, signal }))
  return entries.map(({ operation, code_id, updated }) => ({
    change: operation === `${OPERATION}MIGRATE`,
    codeId: code_id,
    height: updated.block_height,
  }))
}

/** The code that a vote has allowed a governed contract to move to; undefined when none is. Throws ChainError. Protocol 4.6, 8. */
export async function getPendingMigration(
  client: Client,
  contract: Address,
  signal?: AbortSignal,
): Promise<bigint | undefined> {
  const path = `/compute/v1beta1/authorized_migration/${contract}`
  try {
    const { new_code_id: codeId } = readAnswer(migrationAnswer, await client.request({ path, signal }))
    return codeId === 0n ? undefined : codeId
  } catch (error) {
    if (error instanceof ChainError && error.code === 'chain/not-found') return undefined
    throw error
  }
}
