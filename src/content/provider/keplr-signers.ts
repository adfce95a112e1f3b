import { decodeBase64 } from './bytes'
import { calls } from './calls'
import { PROVIDER_WORDS, SIGNER_WORDS } from './keplr-errors'
import type { KeplrSession } from './keplr-session'
import type {
  AccountData,
  AminoDoc,
  AminoResponse,
  AminoSigner,
  DirectResponse,
  DirectSigner,
  KeplrKey,
  KeplrSurface,
  SignOptions,
  StdSignature,
} from './keplr-surface'
import { badRequest } from './page-failure'
import { PageLong, readUint64 } from './page-long'
import type { DirectSignDoc, EditOptions } from './sotto-surface'

/** What signing stands on. `defaults` are read at each call, because pages write them at any time. */
export interface Signing {
  readonly session: KeplrSession
  defaults(): KeplrSurface['defaultOptions']
}

interface AminoRequest {
  readonly chainId: string
  readonly signer: string
  readonly signDoc: AminoDoc
  readonly options: SignOptions | undefined
}

interface DirectRequest {
  readonly chainId: string
  readonly signer: string
  readonly signDoc: DirectSignDoc
}

export async function getKey({ session }: Signing, chainId: string): Promise<KeplrKey> {
  const account = await session.ask(chainId, () => {
    need(chainId, 'chainId is not set')
    return calls.getAccount(chainId)
  })
  return {
    name: account.name,
    algo: account.algorithm,
    pubKey: decodeBase64(account.publicKey),
    address: decodeBase64(account.addressBytes),
    bech32Address: account.address,
    ethereumHexAddress: '',
    isNanoLedger: false,
    isKeystone: false,
  }
}

export async function signAmino(
  signing: Signing,
  { chainId, signer, signDoc, options }: AminoRequest,
  words = PROVIDER_WORDS,
): Promise<AminoResponse> {
  const prepare = () => {
    needSigner(chainId, signer)
    return calls.signAmino(chainId, signer, signDoc, editOptions(signing, options))
  }
  const answer = await signing.session.ask(chainId, prepare, words)
  // The background answers with the document that it signed, which it has checked member by member.
  return { signed: answer.signed as unknown as AminoDoc, signature: signatureOf(answer) }
}

export async function signDirect(
  { session }: Signing,
  { chainId, signer, signDoc }: DirectRequest,
  words = PROVIDER_WORDS,
): Promise<DirectResponse> {
  let accountNumber = 0n
  const prepare = () => {
    needSigner(chainId, signer)
    accountNumber = readUint64(signDoc.accountNumber)
    return calls.signDirect(chainId, signer, signDoc, accountNumber)
  }
  const answer = await session.ask(chainId, prepare, words)
  return {
    signed: {
      bodyBytes: decodeBase64(answer.bodyBytes),
      authInfoBytes: decodeBase64(answer.authInfoBytes),
      // The background signs for this chain or not at all.
      chainId,
      accountNumber: new PageLong(accountNumber),
    },
    signature: signatureOf(answer),
  }
}

export function aminoSigner(signing: Signing, chainId: string, options?: SignOptions): AminoSigner {
  const sign: AminoSigner['signAmino'] = (signer, signDoc) =>
    signAmino(signing, { chainId, signer, signDoc, options }, SIGNER_WORDS)
  return { getAccounts: () => getAccounts(signing, chainId), signAmino: sign, sign }
}

export function bothSigner(
  signing: Signing,
  chainId: string,
  options?: SignOptions,
): AminoSigner & DirectSigner {
  return {
    ...aminoSigner(signing, chainId, options),
    signDirect: (signer, signDoc) => signDirect(signing, { chainId, signer, signDoc }, SIGNER_WORDS),
  }
}

/** Refuses a missing parameter in the words of the method that misses it. */
export function need(value: unknown, message: string): void {
  if (!value) throw badRequest(message)
}

function needSigner(chainId: string, signer: string): void {
  need(chainId, 'chain id not set')
  need(signer, 'signer not set')
}

async function getAccounts(signing: Signing, chainId: string): Promise<readonly AccountData[]> {
  const { bech32Address, algo, pubKey } = await getKey(signing, chainId)
  return [{ address: bech32Address, algo, pubkey: pubKey }]
}

function editOptions({ defaults }: Signing, options: SignOptions | undefined): EditOptions {
  if (options === null) throw badRequest('Sign options are null')
  const sign = defaults()?.sign
  return {
    keepFee: options?.preferNoSetFee ?? sign?.preferNoSetFee ?? false,
    keepMemo: options?.preferNoSetMemo ?? sign?.preferNoSetMemo ?? false,
  }
}

function signatureOf(answer: { readonly publicKey: string; readonly signature: string }): StdSignature {
  return {
    pub_key: { type: 'tendermint/PubKeySecp256k1', value: answer.publicKey },
    signature: answer.signature,
  }
}
