import * as v from 'valibot'
import { type Address, isAddress } from '../../domain/index'

export const contactsSchema = v.array(
  v.strictObject({
    address: v.custom<Address>(isAddress),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    note: v.pipe(v.string(), v.maxLength(1000)),
  }),
)
export type StoredContact = v.InferOutput<typeof contactsSchema>[number]
