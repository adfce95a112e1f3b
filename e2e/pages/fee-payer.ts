import { type SecretNetworkClient, Wallet } from 'secretjs'
import { PubKey } from 'secretjs/dist/protobuf/cosmos/crypto/secp256k1/keys.js'
import { SignMode } from 'secretjs/dist/protobuf/cosmos/tx/signing/v1beta1/signing.js'
import { AuthInfo, TxRaw } from 'secretjs/dist/protobuf/cosmos/tx/v1beta1/tx.js'

interface AuxSigned {
  readonly bodyBytes: Uint8Array
  /** 33 bytes. */
  readonly publicKey: Uint8Array
  readonly sequence: number
  /** 64 bytes. */
  readonly signature: Uint8Array
}

interface Numbers {
  readonly accountNumber: number
  readonly sequence: number
}

interface Payer extends Numbers {
  readonly mnemonic: string
}

export async function numbersOf(client: SecretNetworkClient, address: string): Promise<Numbers> {
  const { account } = await client.query.auth.account({ address })
  const { account_number = '0', sequence = '0' } = account as unknown as Record<string, string | undefined>
  return { accountNumber: Number(account_number), sequence: Number(sequence) }
}

export function publicKeyAny(key: Uint8Array): { type_url: string; value: Uint8Array } {
  return { type_url: '/cosmos.crypto.secp256k1.PubKey', value: PubKey.encode({ key }).finish() }
}

/** Somebody who got an aux signature: adds the fee, signs all of it, and gives the transaction that can be broadcast. */
export async function withFee(chainId: string, signed: AuxSigned, payer: Payer): Promise<Uint8Array> {
  const wallet = new Wallet(payer.mnemonic)
  const [account] = await wallet.getAccounts()
  if (account === undefined) throw new Error('A wallet has an account.')
  const signer = (key: Uint8Array, mode: SignMode, sequence: number) => ({
    public_key: publicKeyAny(key),
    mode_info: { single: { mode } },
    sequence: String(sequence),
  })
  const authInfoBytes = AuthInfo.encode({
    signer_infos: [
      signer(signed.publicKey, SignMode.SIGN_MODE_DIRECT_AUX, signed.sequence),
      signer(account.pubkey, SignMode.SIGN_MODE_DIRECT, payer.sequence),
    ],
    fee: {
      amount: [{ denom: 'uscrt', amount: '20000' }],
      gas_limit: '200000',
      payer: wallet.address,
      granter: '',
    },
  }).finish()
  const { bodyBytes } = signed
  const { signature } = await wallet.signDirect(wallet.address, {
    bodyBytes,
    authInfoBytes,
    chainId,
    accountNumber: BigInt(payer.accountNumber),
  })
  const own = Buffer.from(signature.signature, 'base64')
  return TxRaw.encode({
    body_bytes: bodyBytes,
    auth_info_bytes: authInfoBytes,
    signatures: [signed.signature, own],
  }).finish()
}
