/** Facts about keys and accounts that both sides of the popup's protocol go by. */

/** What a person types to delete a wallet for good. */
export const FORGET_WORDS = 'forget this wallet'

/** The names of the colours an account may have, in their order; the popup's tokens give them their hues. */
export const ACCOUNT_COLOURS = ['teal', 'blue', 'violet', 'pink', 'red', 'orange', 'yellow', 'grey'] as const
