/** What each page method does. Always in this order: wallet, lock, known chain, grant, act. Added networks and grants are sealed, so the lock comes first. */
import { base64 } from '@scure/base'
import { addressBytes, type Origin, SottoError } from '../domain/index'
import type { PageMethod, PageOutcome, PageResults } from '../messages/page'
import type { PageCall } from '../messages/page-schema'
import { canSign, type SigningAccount } from './accounts/account'
import type { Wallet } from './accounts/wallet'
import type { Subject } from './approvals/approval-schema'
import type { Decision } from './approvals/decision'
import { bech32Problem } from './bech32-words'
import { connectSubject } from './connect-subject'
import type { KnownChains } from './networks/known-chains'
import type { Networks } from './networks/networks'
import { NEEDED_CAPABILITY } from './origins/needed-capability'
import type { OriginMessages } from './origins/origin-messages'
import type { Origins } from './origins/origins'
import type { SiteChoices } from './origins/site-choices'
import { type ClientOf, chainHandlers } from './page-chain-handlers'
import { badAddress, pageError, pageResult, unknownChain } from './page-errors'
import type { Asker, Handled, HandlersOf } from './page-handler'
import { messageHandlers } from './page-message-handlers'
import type { ChainFacts, PageTokens } from './page-ports'
import { createQuietHandlers, isQuiet, type QuietCall, type QuietMethod } from './page-quiet-handlers'
import { tokenHandlers } from './page-token-handlers'
import { rename } from './rename-handler'
import { readSignRequest, type SignCall } from './review/sign-request'
import type { SendingGuard } from './sending-guard'
import { isPassing } from './storage/storage-error'
import { suggestChain } from './suggest-chain-handler'

export interface PageHandlers {
  /** Decides a call that was parsed and whose sender is known. Throws only what another worker may do better: `isPassing`. */
  decide(call: PageCall, origin: Origin): Promise<Decision>
}

export interface PageHandlersParts {
  readonly vault: Pick<Wallet, 'status' | 'account'>
  readonly origins: Origins
  readonly messages: OriginMessages
  readonly tokens: PageTokens
  readonly facts: ChainFacts
  readonly chains: Pick<KnownChains, 'list' | 'find'>
  readonly networks: Pick<Networks, 'active'>
  readonly choices: SiteChoices
  readonly client: ClientOf
  readonly mayNotSend: SendingGuard
}

type LoudCall = Exclude<PageCall, QuietCall | { readonly method: 'disconnect' }>
type Handlers = HandlersOf<
  Exclude<PageMethod, 'disconnect' | 'suggestChain' | 'renameAccount' | SignCall['method'] | QuietMethod>
>

export function createPageHandlers(parts: PageHandlersParts): PageHandlers {
  const { vault, origins } = parts
  const handlers: Handlers = {
    // Being connected was the condition to get here.
    connect: async () => pageResult(null),
    async getAccount(_, { origin, account, chain }) {
      await origins.gave({ origin, account: account.address }, { chainId: chain.chainId, kind: 'address' })
      return describeAccount(account)
    },
    ...messageHandlers(parts),
    ...tokenHandlers(parts),
    ...chainHandlers(parts),
  }
  const answerQuietly = createQuietHandlers(parts)

  async function decideUnlocked(call: LoudCall, origin: Origin): Promise<Decision> {
    // All of it is kept by the browser, which is asked once.
    const [known, account, standing] = await Promise.all([
      parts.chains.list(),
      vault.account(),
      parts.choices.of(origin),
    ])
    const named = [...new Set(namedChainIds(call))]
    const unknown = named.find((chainId) => !known.some((chain) => chain.chainId === chainId))
    // What a site suggests need not be there yet.
    if (unknown !== undefined && call.method !== 'suggestChain') return ended(unknownChain(unknown))
    // Sites get accounts that can sign; one that is only watched is the person's own business.
    if (!canSign(account)) return ended(pageError('no-account'))
    const party = { origin, account: account.address }
    if (standing === 'never') return ended(pageError('not-here'))
    if (call.method === 'suggestChain') {
      return decided(await suggestChain(parts, call.params, party), account)
    }
    if (call.method === 'renameAccount') return decided(await rename(parts, call.params, party), account)
    const chains = known.filter(({ chainId }) => named.includes(chainId))
    const chainIds = chains.map(({ chainId }) => chainId)
    const wanted = await origins.missing(party, chainIds, NEEDED_CAPABILITY[call.method])
    if (wanted !== undefined) return ask(connectSubject(wanted), account.address)
    const [chain] = chains
    if (chain === undefined) return ended(pageError('bad-request'))
    const handled = await handle(handlers, call, { origin, account, chain })
    // The grant was this account's: when another one was chosen meanwhile, it is decided anew for that one.
    if ((await vault.account()).address !== account.address) return await decideUnlocked(call, origin)
    return decided(handled, account)
  }

  /** Needs neither a key nor the person, so whoever wants to be forgotten never waits. */
  async function disconnect(chainIds: readonly string[], origin: Origin): Promise<PageOutcome> {
    const isNoted = (await vault.status()) === 'empty' || (await origins.disconnect(origin, chainIds))
    return isNoted ? pageResult(null) : pageError('busy')
  }

  return {
    async decide(call, origin) {
      try {
        if (isQuiet(call)) return ended(await answerQuietly(call, origin))
        if (call.method === 'disconnect') return ended(await disconnect(call.params.chainIds, origin))
        const status = await vault.status()
        switch (status) {
          case 'empty':
            return ended(pageError('no-wallet'))
          case 'damaged':
            return ended(pageError('unavailable'))
          case 'locked':
            return ask({ kind: 'resume' }, '')
          case 'unlocked':
            return await decideUnlocked(call, origin)
          default:
            return status satisfies never
        }
      } catch (error) {
        // Locked while it was being decided: then it waits, as it would have a moment later.
        if (error instanceof SottoError && error.code === 'vault/locked') return ask({ kind: 'resume' }, '')
        // Perhaps this worker is being ended: without an answer the relay asks the next one.
        if (isPassing(error)) throw error
        // A page learns that it did not work and no more: the node's words and our own faults are not its business.
        // A transaction may be on its way all the same.
        return ended(pageError(call.method === 'sendTx' ? 'tx-unclear' : 'unavailable'))
      }
    },
  }
}

/** The one place that ties a method to its handler, so that the compiler sees every pair. */
async function handle(handlers: Handlers, call: LoudCall, asker: Asker): Promise<Handled> {
  switch (call.method) {
    case 'connect':
      return await handlers.connect(call.params, asker)
    case 'getAccount':
      return await handlers.getAccount(call.params, asker)
    case 'signAmino':
    case 'signDirect':
    case 'signDirectAux':
      return askToSign(call, asker)
    case 'getTxPublicKey':
      return await handlers.getTxPublicKey(call.params, asker)
    case 'getTxKey':
      return await handlers.getTxKey(call.params, asker)
    case 'sealMessage':
      return await handlers.sealMessage(call.params, asker)
    case 'openCiphertext':
      return await handlers.openCiphertext(call.params, asker)
    case 'addToken':
      return await handlers.addToken(call.params, asker)
    case 'getViewingKey':
      return await handlers.getViewingKey(call.params, asker)
    case 'sendTx':
      return await handlers.sendTx(call.params, asker)
    case 'verifyText':
      return await handlers.verifyText(call.params, asker)
    case 'suggestChain':
    case 'renameAccount':
      return pageResult(null)
    default:
      return call satisfies never
  }
}

/** What cannot be signed is refused before the person is bothered. */
function askToSign(call: SignCall, { account, chain }: Asker): Handled {
  const problem = bech32Problem(call.params.signer)
  if (problem !== undefined) return badAddress(problem)
  const reading = readSignRequest(call, account)
  return reading.kind === 'refused' ? reading.outcome : { kind: 'sign', chainId: chain.chainId }
}

function describeAccount({ name, address, publicKey }: SigningAccount): PageOutcome {
  return pageResult({
    name,
    algorithm: 'secp256k1',
    publicKey: base64.encode(publicKey),
    address,
    addressBytes: base64.encode(addressBytes(address)),
  } satisfies PageResults['getAccount'])
}

function namedChainIds({ params }: LoudCall): readonly string[] {
  if ('chainIds' in params) return params.chainIds
  return 'chainId' in params ? [params.chainId] : []
}

function decided(handled: Handled, { address }: SigningAccount): Decision {
  return isOutcome(handled) ? ended(handled) : ask(handled, address)
}

function isOutcome(handled: Handled): handled is PageOutcome {
  return handled.kind === 'result' || handled.kind === 'error'
}

function ended(outcome: PageOutcome): Decision {
  return { kind: 'outcome', outcome }
}

function ask(subject: Subject, account: string): Decision {
  return { kind: 'ask', subject, account }
}
