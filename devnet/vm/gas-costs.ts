/** Prices of the virtual machine in wasm gas, 1,000 of which are one gas of the chain (Protocol 5). */
export const WASM_GAS = {
  instruction: 2,
  growPage: 8_192,
  moveByte: 1,
  readBase: 1_000n,
  readByte: 3n,
  writeBase: 2_000n,
  writeByte: 30n,
  address: 8_192n,
  secp256k1Verify: 98_304n,
  secp256k1Sign: 100_000n,
  ed25519Verify: 73_728n,
  ed25519BatchBase: 5_000n,
  ed25519BatchEach: 70_000n,
  ed25519Sign: 75_000n,
  checkGas: 8_192n,
  minimumEvaporation: 8_000n,
} as const

export const WASM_GAS_PER_CHAIN_GAS = 1_000n
