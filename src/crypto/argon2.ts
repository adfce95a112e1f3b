/** Argon2id (RFC 9106). The build leaves it out of the worker's script: only an unlock needs it (docs/decisions/0016). */
export { argon2id } from 'hash-wasm'
