import type { Page } from '@playwright/test'
import { SecretNetworkClient, type Wallet } from 'secretjs'
import type { Devnet } from '../../devnet/index'

interface KeplrInPage {
  enable(chainId: string): Promise<void>
  signAmino(chainId: string, signer: string, doc: object): Promise<object>
  signDirect(chainId: string, signer: string, doc: object): Promise<SignedInPage>
  getEnigmaUtils(chainId: string): {
    getPubkey(): Promise<Uint8Array>
    getTxEncryptionKey(nonce: Uint8Array): Promise<Uint8Array>
    encrypt(codeHash: string, message: object): Promise<Uint8Array>
    decrypt(ciphertext: Uint8Array, nonce: Uint8Array): Promise<Uint8Array>
  }
}

interface SignedInPage {
  readonly signed: { readonly bodyBytes: Uint8Array; readonly authInfoBytes: Uint8Array }
  readonly signature: object
}

/** Which of the two kinds of documents a client has the wallet sign. */
export type SignMode = 'direct' | 'amino'

/**
 * A secretjs client in this process that signs and encrypts through the wallet of a page, as a dApp's own client does.
 * It reaches contracts for which the demo has no button.
 */
export function clientThrough(
  page: Page,
  devnet: Devnet,
  address: string,
  mode: SignMode = 'direct',
): SecretNetworkClient {
  const { chainId } = devnet
  const enigma = (
    method: 'getPubkey' | 'getTxEncryptionKey' | 'encrypt' | 'decrypt',
    ...args: unknown[]
  ): Promise<Uint8Array> =>
    page
      .evaluate(
        async ({ chainId, method, args }) => {
          const { keplr } = window as unknown as { keplr: KeplrInPage }
          const bytes = args.map((arg) => (Array.isArray(arg) ? Uint8Array.from(arg as number[]) : arg))
          const utils = keplr.getEnigmaUtils(chainId) as unknown as Record<
            string,
            (...all: unknown[]) => Promise<Uint8Array>
          >
          return [...((await utils[method]?.(...bytes)) ?? [])]
        },
        { chainId, method, args: args.map((arg) => (arg instanceof Uint8Array ? [...arg] : arg)) },
      )
      .then((bytes) => Uint8Array.from(bytes))
  return new SecretNetworkClient({
    url: devnet.lcdUrl,
    chainId,
    wallet: SIGNERS[mode](page, address) as unknown as Wallet,
    walletAddress: address,
    encryptionUtils: {
      getPubkey: () => enigma('getPubkey'),
      getTxEncryptionKey: (nonce) => enigma('getTxEncryptionKey', nonce),
      encrypt: (codeHash, message) => enigma('encrypt', codeHash, message),
      decrypt: (ciphertext, nonce) => enigma('decrypt', ciphertext, nonce),
    },
  })
}

const SIGNERS = { direct: directSignerIn, amino: aminoSignerIn } as const

/** secretjs signs as a signer can: with signDirect where there is one. */
function directSignerIn(page: Page, address: string): object {
  return {
    getAccounts: () => accountsIn(page),
    signDirect: async (
      _signer: string,
      doc: { bodyBytes: Uint8Array; authInfoBytes: Uint8Array; chainId: string; accountNumber: unknown },
    ) => {
      const { body, auth, signature } = await page.evaluate(
        async ({ address, body, auth, chainId, accountNumber }) => {
          const { keplr } = window as unknown as { keplr: KeplrInPage }
          const { signed, signature } = await keplr.signDirect(chainId, address, {
            bodyBytes: Uint8Array.from(body),
            authInfoBytes: Uint8Array.from(auth),
            chainId,
            accountNumber,
          })
          return { body: [...signed.bodyBytes], auth: [...signed.authInfoBytes], signature }
        },
        {
          address,
          body: [...doc.bodyBytes],
          auth: [...doc.authInfoBytes],
          chainId: doc.chainId,
          accountNumber: String(doc.accountNumber),
        },
      )
      return {
        signed: { ...doc, bodyBytes: Uint8Array.from(body), authInfoBytes: Uint8Array.from(auth) },
        signature,
      }
    },
  }
}

function aminoSignerIn(page: Page, address: string): object {
  return {
    getAccounts: () => accountsIn(page),
    signAmino: (_signer: string, doc: { readonly chain_id: string }) =>
      page.evaluate(
        ({ address, doc }) => {
          const { keplr } = window as unknown as { keplr: KeplrInPage }
          return keplr.signAmino(doc.chain_id, address, doc)
        },
        { address, doc },
      ),
  }
}

async function accountsIn(page: Page): Promise<readonly object[]> {
  const accounts = await page.evaluate(async () => {
    const { keplr } = window as unknown as {
      keplr: {
        getOfflineSigner(id: string): {
          getAccounts(): Promise<{ address: string; algo: string; pubkey: Uint8Array }[]>
        }
      }
    }
    const found = await keplr.getOfflineSigner('secretdev-1').getAccounts()
    return found.map(({ pubkey, ...account }) => ({ ...account, pubkey: [...pubkey] }))
  })
  return accounts.map((account) => ({ ...account, pubkey: Uint8Array.from(account.pubkey) }))
}
