import { base64, hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { openInput } from './enclave-cipher'
import { deriveEnclaveKeys } from './enclave-keys'

// Protocol 10.2
const keys = deriveEnclaveKeys(new Uint8Array(32).fill(0x11))
const WIRE = hex.decode(
  `${'33'.repeat(32)}0faa684ed28867b97f4a6a2dee5df8ce974e76b7018e3f22a1c4cf2678570f20` +
    'a2f1d12ef0845773438ba791ce47b2a05bbe29556330e09668f8061344ac4c95784486b1493f265f4b91effff212fc1b85111a42772626f5a758f58838a2d85c1a172be6e2f8ef777fde69261373e294f18318f5ab2d968ffc2dbe168c508674ee5fc0031347108512f227e39b05e9865cc79aba34556a90c3be559301394086d3a06b32105493968f89945d3535733766dfa632caf85ba7f76e9fe70ca9b5159f2c2c79511a576f18c68da3d7',
)

describe('enclave keys', () => {
  it('derives the published keys', () => {
    expect(hex.encode(keys.io.secretKey)).toBe(
      '20aec1ea757ec69ae3b1d7e1a16d6750b35f7dc32d1c9ce8fa425cc6840ae01c',
    )
    expect(base64.encode(keys.io.publicKey)).toBe('F6VzVWDvNKbp0TaN3dx+4pf+B8x+y1dcvilAjWMh1As=')
    expect(hex.encode(keys.node.publicKey)).toBe(
      '76dbe92745dbf326e5423d6777c276e5a4fcedaa79bd485ef3d4a873d2702954',
    )
    expect(hex.encode(keys.stateIkm)).toBe('59e1814db1c23012d7a92eb1cfe7ac2d0afe5d0e66d17711ff4d18e4a7f1eeb7')
    expect(hex.encode(keys.callbackSecret)).toBe(
      '1390728aab206bde1aa0a61eba01301361094691ca3d1f6cddd59ebbe9d1573e',
    )
  })

  it('refuses a seed of another length', () => {
    expect(() => deriveEnclaveKeys(new Uint8Array(31))).toThrow('32 bytes')
  })
})

describe('enclave cipher', () => {
  it('opens the published message and seals the published outputs', () => {
    const opened = openInput(keys.io, WIRE)
    if (opened.kind !== 'encrypted') throw new Error('expected an encrypted message')
    expect(opened.codeHash).toBe('af74387e276be8874f07bec3a87023ee49b0e7ebe08178c49d0a49c3c98ed60e')
    expect(JSON.parse(new TextDecoder().decode(opened.message))).toEqual({
      transfer: { recipient: 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne', amount: '1000000' },
    })
    const data = 'eyJ0cmFuc2ZlciI6eyJzdGF0dXMiOiJzdWNjZXNzIn19'
    expect(base64.encode(opened.channel.seal(new TextEncoder().encode(data)))).toBe(
      '4q1jczzabDh0Ygqmcbuh16ASXQSzK1NWRgY4tO2hJAkeW91+IZeaR3Kp9Hbjq7X1F8CfPBN8pYkhisJr',
    )
    expect(opened.channel.sealText('Generic error: insufficient funds: balance=0, required=1000000')).toBe(
      'oDz10dqyIsys+fqj3IJmB1uwzPFt9NIsPnMOkcLr8PbBtMLlbg5djK/dOkA15k7Lry/bvhjwgg1TDPqRcXALVRgqCRgQ1xvy8qz9A0no',
    )
  })

  it('takes short, damaged and low-order inputs for plaintext', () => {
    const damaged = WIRE.slice()
    damaged[70] = 0
    const lowOrder = WIRE.slice()
    lowOrder.fill(0, 32, 64)
    for (const wire of [WIRE.subarray(0, 81), damaged, lowOrder, new TextEncoder().encode('{"a":{}}')]) {
      expect(openInput(keys.io, wire).kind).toBe('plaintext')
    }
  })
})
