import { isAddress } from '../../../domain/index'
import type { RequestContext, RiskRule } from './risk-rule'

type Rule = RiskRule<RequestContext>

const PHRASE_LENGTHS = new Set([12, 15, 18, 21, 24])
/** Such as an exchange asks for with a deposit. */
const TAG = /^\d{4,20}$/

/** What a memo looks like; the most telling reading wins. */
type MemoKind = 'none' | 'phrase' | 'tag' | 'address' | 'beside-secret' | 'plain'

function memoKind({ memo, messages }: RequestContext): MemoKind {
  const text = memo.trim()
  if (text === '') return 'none'
  const words = text.split(/[\s,]+/u)
  if (PHRASE_LENGTHS.has(words.length) && words.every((word) => /^\p{L}{2,8}$/u.test(word))) return 'phrase'
  const secret = messages.some(({ opened }) => opened)
  if (secret && TAG.test(text)) return 'tag'
  if (words.some(isAddress)) return 'address'
  return secret ? 'beside-secret' : 'plain'
}

function memoRule(kind: MemoKind, { name, level }: Pick<Rule, 'name' | 'level'>, sentence: string): Rule {
  return { name, level, check: (context) => (memoKind(context) === kind ? sentence : undefined) }
}

export const MEMO_RULES: readonly Rule[] = [
  memoRule(
    'phrase',
    { name: 'memo-phrase', level: 'danger' },
    'The memo looks like a recovery phrase, and memos are public: whoever reads it could take everything.',
  ),
  memoRule(
    'tag',
    { name: 'memo-tag', level: 'caution' },
    'The memo looks like a deposit number. It is public, and the recipient of private tokens does not get it from here.',
  ),
  memoRule(
    'address',
    { name: 'memo-address', level: 'caution' },
    'The memo is public and names an address, which ties it to your account for all to see.',
  ),
  memoRule(
    'beside-secret',
    { name: 'memo-beside-secret', level: 'caution' },
    'The memo is public, although the message beside it is private.',
  ),
  memoRule('plain', { name: 'memo-public', level: 'note' }, 'The memo is public.'),
]
