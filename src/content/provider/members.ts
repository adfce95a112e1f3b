import { defineProperty } from './natives'

/** Own members that nobody can replace or take away, on an object that stays open for what sites add to it. */
export function fixMembers<Own extends object, Members extends object>(
  own: Own,
  enumerable: boolean,
  members: Members,
): Own & Members {
  for (const name in members) {
    defineProperty(own, name, { value: members[name], enumerable, writable: false, configurable: false })
  }
  return own as Own & Members
}
