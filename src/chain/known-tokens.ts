import { type Address, parseAddress } from '../domain/index'

/** A token that the wallet knows by its address, whatever the contract calls itself. */
export interface BuiltInToken {
  readonly address: Address
  readonly symbol: string
  readonly decimals: number
}

/**
 * Tokens of secret-4, from the Cosmos chain registry (github.com/cosmos/chain-registry, licensed CC BY 4.0), commit
 * 627bbab9; sSCRT, which is not in there, from Protocol 6.10.
 */
const MAINNET: readonly BuiltInToken[] = [
  token('sSCRT', 6, 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'),
  token('SHD', 8, 'secret153wu605vvp934xhd4k9dtd640zsep5jkesstdm'),
  token('SHD.old', 8, 'secret1qfql357amn448duf5gvp9gr48sxx9tsnhupu3d'),
  token('SILK', 6, 'secret1fl449muk5yq8dlad7a22nje4p5d2pnsgymhjfd'),
  token('dSILK', 6, 'secret1apxywjp2h8vet54xzyfc96htlt9qqgrh7gawhw'),
  token('xSILK', 6, 'secret1lqt2u3ntzrkjev8z5m6ennu4n3zl3trx67ck82'),
  token('stkd-SCRT', 6, 'secret1k6u0cy4feepm6pehnz804zmwakuwdapm69tuc4'),
  token('SIENNA', 18, 'secret1rgm2m5t530tdzyd99775n6vzumxa5luxcllml4'),
  token('BUTT', 6, 'secret1yxcexylwyxlq58umhgsjgstgcg2a0ytfy4d9lt'),
  token('ALTER', 6, 'secret12rcvz0umvk875kd6a803txhtlu7y0pnd73kcej'),
  token('AMBER', 6, 'secret1s09x2xvfd2lp2skgzm29w2xtena7s8fq98v852'),
  token('SHILL', 6, 'secret197dvnt9yjxwn8sjdlx05f7zuk27lsdxtfnwxse'),
  token('SNVR', 9, 'secret1d6qvapy96q94etwlnc7j33dlzmenz4j70w3ew7'),
]

function token(symbol: string, decimals: number, address: string): BuiltInToken {
  return { symbol, decimals, address: parseAddress(address) }
}

function tokensOf(chainId: string): readonly BuiltInToken[] {
  return chainId === 'secret-4' ? MAINNET : []
}

/** The token that the wallet knows at this address of a chain. */
export function builtInToken(chainId: string, address: string): BuiltInToken | undefined {
  return tokensOf(chainId).find((known) => known.address === address)
}

/** True for the token that is the network's own coin wrapped, so that one unit of it gives back one of `uscrt`. */
export function isWrappedNative(chainId: string, address: string): boolean {
  return builtInToken(chainId, address)?.symbol === 'sSCRT'
}

/** The token that the wallet knows by this symbol, written in any case or width, at another address of the chain. */
export function builtInNamesake(chainId: string, symbol: string, address: string): BuiltInToken | undefined {
  const name = plain(symbol)
  return tokensOf(chainId).find((known) => plain(known.symbol) === name && known.address !== address)
}

function plain(symbol: string): string {
  return symbol.normalize('NFKC').trim().toLowerCase()
}
