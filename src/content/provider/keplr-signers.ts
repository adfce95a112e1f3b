import type { AuxSignDoc, DirectSignDoc, EditOptions, Signed } from '../../../types/index.d.ts'
import { copyBytes, encodeBase64 } from './bytes'
import { getKey } from './keplr-connection'
import { PROVIDER_WORDS, SIGNER_WORDS } from './keplr-errors'
import { type KeplrSession, need } from './keplr-session'
import type {
  AccountData,
  AminoDoc,
  AminoResponse,
  AminoSigner,
  AuxResponse,
  DirectResponse,
  DirectSigner,
  KeplrSurface,
  SignOptions,
  StdSignature,
} from './keplr-surface'
import { badRequest, PageFailure } from './page-failure'
import { PageLong, readUint64 } from './page-long'

/** What signing stands on. `defaults` are read at each call, because pages write them at any time. */
export interface Signing {
  readonly session: KeplrSession
  defaults(): KeplrSurface['defaultOptions']
}

/** The name under which all surfaces of this shape know a secp256k1 key. */
export const SIGNATURE_KEY = 'tendermint/PubKeySecp256k1'

interface AminoRequest {
  readonly chainId: string
  readonly signer: string
  readonly signDoc: AminoDoc
  readonly options: SignOptions | undefined
}

interface DirectRequest<Doc = DirectSignDoc> {
  readonly chainId: string
  readonly signer: string
  readonly signDoc: Doc
  readonly options: SignOptions | undefined
}

export function signAmino(
  signing: Signing,
  { chainId, signer, signDoc, options }: AminoRequest,
  words = PROVIDER_WORDS,
): Promise<AminoResponse> {
  const { sotto, ask } = signing.session
  const run = async () => {
    needSigner(chainId, signer)
    // A text to sign belongs to no chain, but is not for the signer of one either.
    if (words === SIGNER_WORDS) needChain(signDoc.chain_id, chainId)
    const edits = editOptions(signing, options)
    // Nobody could choose between several coins, so the fee stays as it is.
    const keepFee = edits.keepFee === true || signDoc?.fee?.amount?.length > 1
    const answer = await sotto.signAmino(chainId, signer, signDoc, { ...edits, keepFee })
    // The background answers with the document that it signed, which it has checked member by member.
    return { signed: answer.signed as AminoDoc, signature: signatureOf(answer) }
  }
  return ask(run, words)
}

export function signDirect(
  signing: Signing,
  { chainId, signer, signDoc, options }: DirectRequest,
  words = PROVIDER_WORDS,
): Promise<DirectResponse> {
  const { sotto, ask } = signing.session
  const run = async () => {
    needSigner(chainId, signer)
    needChain(signDoc.chainId, chainId)
    const number = readUint64(signDoc.accountNumber)
    const doc = { ...signDoc, accountNumber: number }
    const answer = await sotto.signDirect(chainId, signer, doc, editOptions(signing, options))
    return {
      signed: {
        bodyBytes: answer.bodyBytes,
        authInfoBytes: answer.authInfoBytes,
        // The background signs for this chain or not at all.
        chainId,
        accountNumber: new PageLong(number),
      },
      signature: signatureOf(answer),
    }
  }
  return ask(run, words)
}

const NO_KEY: { readonly typeUrl?: string; readonly value?: Uint8Array } = {}

/** The wallet signs for its own key or not at all, so the key that was given is the one that was signed. */
export function signDirectAux(
  signing: Signing,
  { chainId, signer, signDoc, options }: DirectRequest<AuxSignDoc>,
): Promise<AuxResponse> {
  const { sotto, ask } = signing.session
  return ask(async () => {
    needSigner(chainId, signer)
    needChain(signDoc.chainId, chainId)
    const number = readUint64(signDoc.accountNumber)
    const sequence = readUint64(signDoc.sequence)
    const { typeUrl = '', value } = signDoc.publicKey ?? NO_KEY
    const publicKey = { typeUrl, value: copyBytes(value) }
    const doc = { ...signDoc, publicKey, accountNumber: number, sequence }
    const answer = await sotto.signDirectAux(chainId, signer, doc, editOptions(signing, options))
    return {
      signed: {
        bodyBytes: answer.bodyBytes,
        publicKey,
        chainId,
        accountNumber: new PageLong(number),
        sequence: new PageLong(sequence),
      },
      signature: signatureOf(answer),
    }
  })
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
    signDirect: (signer, signDoc) => signDirect(signing, { chainId, signer, signDoc, options }, SIGNER_WORDS),
  }
}

export function needSigner(chainId: string, signer: string): void {
  need(chainId, 'chain id not set')
  need(signer, 'signer not set')
}

function needChain(named: unknown, chainId: string): void {
  if (named !== chainId) throw new PageFailure('chain-mismatch', '')
}

async function getAccounts({ session }: Signing, chainId: string): Promise<readonly AccountData[]> {
  const { bech32Address, algo, pubKey } = await getKey(session, chainId)
  return [{ address: bech32Address, algo, pubkey: pubKey }]
}

function editOptions({ defaults }: Signing, options: SignOptions | undefined): EditOptions {
  if (options === null) throw badRequest('Sign options are null')
  const sign = defaults()?.sign
  return {
    keepFee: options?.preferNoSetFee ?? sign?.preferNoSetFee,
    keepMemo: options?.preferNoSetMemo ?? sign?.preferNoSetMemo,
    skipBalanceCheck: options?.disableBalanceCheck ?? sign?.disableBalanceCheck,
  }
}

export function signatureOf({ publicKey, signature }: Signed): StdSignature {
  return {
    pub_key: { type: SIGNATURE_KEY, value: encodeBase64(publicKey) },
    signature: encodeBase64(signature),
  }
}
