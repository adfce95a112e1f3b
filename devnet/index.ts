export type { DevAccount } from './accounts'
export { type Devnet, type DevnetContract, type DevnetOptions, startDevnet } from './start-devnet'
