import * as v from 'valibot'
import { type Address, isAddress } from '../../domain/index'

export const accountsSchema = v.array(
  v.strictObject({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    coinType: v.picklist([529, 118]),
    index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1)),
    address: v.custom<Address>(isAddress),
    /** 33 bytes, base64. */
    publicKey: v.pipe(v.string(), v.base64()),
  }),
)
export type StoredAccount = v.InferOutput<typeof accountsSchema>[number]
