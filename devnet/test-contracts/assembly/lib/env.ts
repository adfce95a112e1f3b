// What the chain offers to contracts. The name of this file is the name of the module that they import from.
// Only what a contract calls becomes an import of its code.

export declare function db_read(key: usize): usize
export declare function db_write(key: usize, value: usize): void
export declare function db_remove(key: usize): void
export declare function query_chain(request: usize): usize

// Only the older generation calls these.
export declare function canonicalize_address(human: usize, canonical: usize): usize
export declare function humanize_address(canonical: usize, human: usize): usize
export declare function debug_print(text: usize): void

// Only the newer generation calls these.
export declare function addr_canonicalize(human: usize, canonical: usize): usize
export declare function addr_humanize(canonical: usize, human: usize): usize
export declare function addr_validate(address: usize): usize
export declare function debug(text: usize): void
export declare function secp256k1_verify(hash: usize, signature: usize, publicKey: usize): u32
export declare function secp256k1_recover_pubkey(hash: usize, signature: usize, recovery: u32): u64
export declare function secp256k1_sign(message: usize, secretKey: usize): u64
export declare function ed25519_verify(message: usize, signature: usize, publicKey: usize): u32
export declare function ed25519_batch_verify(messages: usize, signatures: usize, publicKeys: usize): u32
export declare function ed25519_sign(message: usize, secretKey: usize): u64
export declare function check_gas(): u64
export declare function gas_evaporate(amount: u32): u32
