// Under what keys the probes keep their state.

export const CELL = 'cell/'
export const DEPOSIT = 'deposit/'
/** What the last execution was given, exactly as it came. */
export const SEEN_ENV = 'seen/env'
export const SEEN_INFO = 'seen/info'
/** What the next replies are to do; a failure is also that of `sudo`. */
export const ARMED_FAILURE = 'armed/fail'
export const ARMED_DATA = 'armed/data'
/** The cell with what the chain said last through `sudo`. */
export const SUDO = 'sudo'
/** The replies so far, as JSON with commas between. */
export const REPLIES = 'replies'
/** The version that the last migration went to. */
export const MIGRATED_TO = 'migrated-to'
