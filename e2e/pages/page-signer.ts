import type { Page } from '@playwright/test'
import { SecretNetworkClient, type Wallet } from 'secretjs'
import type { Devnet } from '../../devnet/index'

interface KeplrInPage {
  enable(chainId: string): Promise<void>
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

/**
 * A secretjs client in this process that signs and encrypts through the wallet of a page, as a dApp's own client does.
 * It reaches contracts for which the demo has no button.
 */
export function clientThrough(page: Page, devnet: Devnet, address: string): SecretNetworkClient {
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
    wallet: signerIn(page, address) as unknown as Wallet,
    walletAddress: address,
    encryptionUtils: {
      getPubkey: () => enigma('getPubkey'),
      getTxEncryptionKey: (nonce) => enigma('getTxEncryptionKey', nonce),
      encrypt: (codeHash, message) => enigma('encrypt', codeHash, message),
      decrypt: (ciphertext, nonce) => enigma('decrypt', ciphertext, nonce),
    },
  })
}

function signerIn(page: Page, address: string): object {
  return {
    getAccounts: () =>
      page
        .evaluate(async () => {
          const { keplr } = window as unknown as {
            keplr: {
              getOfflineSigner(id: string): {
                getAccounts(): Promise<{ address: string; algo: string; pubkey: Uint8Array }[]>
              }
            }
          }
          const accounts = await keplr.getOfflineSigner('secretdev-1').getAccounts()
          return accounts.map(({ pubkey, ...account }) => ({ ...account, pubkey: [...pubkey] }))
        })
        .then((accounts) =>
          accounts.map((account) => ({ ...account, pubkey: Uint8Array.from(account.pubkey) })),
        ),
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
