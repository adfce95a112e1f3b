import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { base64, hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { addressBytes } from '../../src/domain/index'
import { SignMode } from '../codec/gen/tx_pb'
import { findByLabel } from '../modules/compute/registry'
import { startTestChain, TestWallet } from '../wallet.fake'
import { encodeTxRaw } from './build-tx'
import { signBytesFor } from './sign-bytes'
import { decodeTransaction } from './transaction'

// Protocol 10.7 with the message of 10.2
const WIRE =
  `${'33'.repeat(32)}0faa684ed28867b97f4a6a2dee5df8ce974e76b7018e3f22a1c4cf2678570f20` +
  'a2f1d12ef0845773438ba791ce47b2a05bbe29556330e09668f8061344ac4c95784486b1493f265f4b91effff212fc1b85111a42772626f5a758f58838a2d85c1a172be6e2f8ef777fde69261373e294f18318f5ab2d968ffc2dbe168c508674ee5fc0031347108512f227e39b05e9865cc79aba34556a90c3be559301394086d3a06b32105493968f89945d3535733766dfa632caf85ba7f76e9fe70ca9b5159f2c2c79511a576f18c68da3d7'
const BODY =
  '0acb020a2a2f7365637265742e636f6d707574652e763162657461312e4d736745786563757465436f6e7472616374129c02' +
  `0a14e855a00fe13ef005051a1d7ceac7ef21c5606cfd12143b1a7485c6162c5883ee45fb2d7477a87d8a4ce51aed01${WIRE}`
const AUTH = (mode: string): string =>
  '0a4e0a460a1f2f636f736d6f732e63727970746f2e736563703235366b312e5075624b657912230a21034ee8249f67e136139c3ed94ad63288f6c1de45ce66fa883247211a698f440cdf' +
  `12040a0208${mode}12140a0e0a0575736372741205333735303010f09309`

const CONTEXT = { chainId: 'secretdev-1', accountNumber: 1n, sequence: 0n }

function digests(mode: string, number: SignMode): string[] {
  const tx = decodeTransaction(
    encodeTxRaw({ bodyBytes: hex.decode(BODY), authInfoBytes: hex.decode(AUTH(mode)), signatures: [] }),
  )
  return signBytesFor(tx, number, CONTEXT).map(({ hash, bytes }) =>
    hex.encode(hash === 'sha256' ? sha256(bytes) : keccak_256(bytes)),
  )
}

describe('sign bytes', () => {
  it('are the published ones', () => {
    expect(digests('01', SignMode.DIRECT)).toEqual([
      '7f656b0df2d4a32d479187594cda00188e36bb46b194312e15c7cf3d04b1f74d',
    ])
    expect(digests('7f', SignMode.LEGACY_AMINO_JSON)[0]).toBe(
      '74da0b2c49b8550459620b0e02327ce01540245a5272d4fac71536111db8beb5',
    )
    expect(digests('01', SignMode.EIP_191)[0]).toBe(
      '5c183c8432f9161072ba7f2df088482124f10c05786c4365f43d34b73bb6691a',
    )
    expect(digests('01', SignMode.TEXTUAL)).toEqual([])
  })

  it.each(['base64', 'bech32'] as const)('count over an amino document with addresses in %s', (rendering) => {
    const chain = startTestChain()
    const wallet = new TestWallet(chain)
    const contract = findByLabel(chain.store, 'sSCRT') ?? wallet.address
    const wire = new TextEncoder().encode('{"set_viewing_key":{"key":"k"}}')
    const written = (address: typeof contract): string =>
      rendering === 'bech32' ? address : base64.encode(addressBytes(address))
    const value =
      `{"contract":"${written(contract)}","msg":"${base64.encode(wire)}",` +
      `"sender":"${written(wallet.address)}","sent_funds":[]}`
    const tx = wallet.run([wallet.executeMessage(contract, wire)], {
      memo: '<&>',
      aminoDocument: ({ accountNumber, sequence }) =>
        new TextEncoder().encode(
          `{"account_number":"${accountNumber}","chain_id":"secretdev-1",` +
            '"fee":{"amount":[{"amount":"15000","denom":"uscrt"}],"gas":"150000"},' +
            '"memo":"\\u003c\\u0026\\u003e",' +
            `"msgs":[{"type":"wasm/MsgExecuteContract","value":${value}}],"sequence":"${sequence}"}`,
        ),
    })
    expect(tx.code).toBe(0)
  })
})
