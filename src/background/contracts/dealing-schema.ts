import * as v from 'valibot'
import { type Address, isAddress } from '../../domain/index'

const address = v.custom<Address>(isAddress)

/** What a contract was when the person last approved something for it; newest first. */
export const usedContractsSchema = v.array(
  v.strictObject({
    contract: address,
    /** Absent when no node had said it by then. */
    codeHash: v.optional(v.string()),
    /** Empty for a contract without one; absent when no node had said it by then. */
    admin: v.optional(v.string()),
    at: v.number(),
  }),
)
export type UsedContract = v.InferOutput<typeof usedContractsSchema>[number]

/** To whom an account has sent something; newest first. */
export const recipientsSchema = v.array(address)

/** Code whose hash was computed here and is the one that the network names. */
export const checkedCodesSchema = v.array(v.strictObject({ codeId: v.string(), codeHash: v.string() }))
