import * as v from 'valibot'

/** Sites of which the person said more than nothing. */
export const siteChoicesSchema = v.array(
  v.strictObject({ origin: v.string(), choice: v.picklist(['always', 'never']) }),
)
