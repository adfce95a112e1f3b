import { Command } from '../lib/fields'
import { Outcome } from '../lib/outcome'

/** Commands that end badly, in calls and in queries. False for a command that is not one of these. */
export function runTroubleCommand(command: Command, outcome: Outcome): bool {
  const name = command.name
  if (name === 'fail')
    outcome.fail(command.fields.textOr('kind', 'generic_err'), command.fields.textOr('msg', ''))
  else if (name === 'panic') unreachable()
  else if (name === 'spin') spin()
  else if (name === 'overflow') overflow(1)
  else if (name === 'grow') grow(command.fields.u32('pages'))
  else return false
  return true
}

function spin(): void {
  let rounds: u32 = 0
  // Writing to memory keeps the compiler from dropping the loop.
  while (true) store<u32>(0, rounds++)
}

/** The addition afterwards keeps it from becoming a loop. */
function overflow(depth: u32): u32 {
  return overflow(depth + 1) + load<u32>(depth & 0xff)
}

/** Takes pages of 64 KiB, and gives up as every contract does when there are no more. */
function grow(pages: u32): void {
  if (memory.grow(pages) < 0) unreachable()
}
