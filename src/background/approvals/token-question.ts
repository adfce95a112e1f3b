/** The question whether a token, or a viewing key that a site brings, is kept. */
import { parseAddress } from '../../domain/index'
import type { Warning } from '../../messages/popup'
import type { PageTokens } from '../page-ports'
import { safeText } from '../review/safe-text'
import { caution, danger, note } from '../review/words'
import type { SubjectOf } from './approval-schema'
import { digestOf, type Shown } from './shown'

type AddToken = SubjectOf<'add-token'>

/** Whether a key is replaced is read anew each time: the person may have made one since the site asked. */
export async function showToken(
  tokens: Pick<PageTokens, 'find' | 'list'>,
  subject: AddToken,
): Promise<Shown> {
  const { chainId, contract, codeHash, name, symbol, decimals, viewingKey } = subject
  const known = await tokens.find(chainId, parseAddress(contract))
  const replacesKey = viewingKey !== undefined && known?.viewingKey !== undefined
  const sameName = (await tokens.list(chainId)).some(
    (token) => isSameSymbol(token.symbol, symbol) && token.contract !== contract,
  )
  return {
    digest: digestOf([
      [subject.kind, chainId, contract, codeHash, name, symbol, decimals, viewingKey ?? null],
      known?.viewingKey ?? null,
    ]),
    body: {
      kind: 'add-token',
      contract,
      token: { name: safeText(name, 80), symbol: safeText(symbol, 40), decimals },
      withViewingKey: viewingKey !== undefined,
      replacesKey,
      warnings: warningsOf(subject, { taken: sameName, replacesKey }),
    },
  }
}

function warningsOf(
  { viewingKey, symbol }: AddToken,
  { taken, replacesKey }: { readonly taken: boolean; readonly replacesKey: boolean },
): Warning[] {
  const warnings: Warning[] = []
  if (taken) warnings.push(danger('You have another token of this name. This contract is a different one.'))
  if (isSameSymbol(symbol, 'SCRT')) {
    warnings.push(danger('It calls itself like the coin of the network, which needs no contract.'))
  }
  if (viewingKey !== undefined) {
    warnings.push(note('The site knows the viewing key: it can read your balance and history of this token.'))
  }
  if (replacesKey) warnings.push(caution('It replaces the viewing key that you have for this token.'))
  return warnings
}

function isSameSymbol(a: string, b: string): boolean {
  return a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()
}
