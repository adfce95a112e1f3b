// @ts-check
// Judges one import by the table of rooms.json.
import { isTest } from './source-files.mjs'

/** @typedef {{path: string, doors: string[], imports: string[], packages: string[]}} Room */

/**
 * @typedef {object} RoomTable
 * @property {Record<string, Room>} rooms
 * @property {{imports: string[], packages: string[], folders: string[]}} tests what *.test files may use besides
 */

/**
 * @typedef {object} Dependency
 * @property {string} module the specifier as written
 * @property {string} resolved
 * @property {readonly string[]} dependencyTypes
 * @property {boolean} couldNotResolve
 */

/**
 * The name of the room that a file lies in: the innermost, where one room's folder holds another's.
 * @param {string} path
 * @param {RoomTable} table
 * @returns {string | undefined}
 */
export function roomOf(path, { rooms }) {
  const around = Object.entries(rooms).filter(([, room]) => path.startsWith(`${room.path}/`))
  return around.sort(([, one], [, other]) => other.path.length - one.path.length)[0]?.[0]
}

/**
 * What is wrong with an import, or undefined.
 * @param {string} from the importing file, in a room
 * @param {Dependency} dependency
 * @param {RoomTable} table
 * @returns {string | undefined}
 */
export function judgeImport(from, dependency, table) {
  const roomName = roomOf(from, table)
  const room = roomName === undefined ? undefined : table.rooms[roomName]
  if (roomName === undefined || room === undefined) return `${from}: belongs to no room`
  if (dependency.couldNotResolve) return `${from}: cannot resolve ${dependency.module}`
  const tests = isTest(from) ? table.tests : { imports: [], packages: [], folders: [] }
  if (dependency.dependencyTypes.some((type) => type === 'core')) {
    return judgePackage(from, `node:${dependency.resolved}`, [...room.packages, ...tests.packages])
  }
  if (dependency.resolved.startsWith('node_modules/') || dependency.dependencyTypes.some(isNpm)) {
    return judgePackage(from, packageName(dependency.module), [...room.packages, ...tests.packages])
  }
  const to = dependency.resolved
  if (tests.folders.some((folder) => to.startsWith(`${folder}/`))) return undefined
  const target = roomOf(to, table)
  if (target === roomName) return judgeOwnDoor(from, to, room)
  return judgeDoor({ from, to, target, allowed: [...room.imports, ...tests.imports], table })
}

/** @param {string} type */
const isNpm = (type) => type.startsWith('npm')

/**
 * A door that its own room imports makes cycles sooner or later; an index.ts is nothing but a door.
 * @param {string} from
 * @param {string} to
 * @param {Room} room
 */
function judgeOwnDoor(from, to, room) {
  const doors = room.doors
    .filter((door) => /(^|\/)index\.ts$/.test(door))
    .map((door) => `${room.path}/${door}`)
  const isInside = doors.includes(to) && from.startsWith(to.slice(0, -'index.ts'.length))
  if (!isInside || isTest(from)) return undefined
  return `${from}: imports its own room's door ${to}`
}

/**
 * @param {{from: string, to: string, target: string | undefined, allowed: readonly string[], table: RoomTable}} step
 * @returns {string | undefined}
 */
function judgeDoor({ from, to, target, allowed, table }) {
  const room = target === undefined ? undefined : table.rooms[target]
  if (target === undefined || room === undefined) return `${from}: imports ${to}, which belongs to no room`
  const door = to.slice(room.path.length + 1)
  if (allowed.includes(`${target}/${door}`)) return undefined
  if (!allowed.includes(target)) return `${from}: may not import ${to} (rooms.json)`
  return room.doors.includes(door) ? undefined : `${from}: enters ${target} through ${door}, which is no door`
}

/**
 * @param {string} from
 * @param {string} name
 * @param {readonly string[]} allowed names, or `scope/*`
 * @returns {string | undefined}
 */
function judgePackage(from, name, allowed) {
  const ok = allowed.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one))
  return ok ? undefined : `${from}: may not import the package ${name} (rooms.json)`
}

/**
 * @param {string} specifier such as @noble/curves/secp256k1.js
 * @returns {string} such as @noble/curves
 */
function packageName(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
