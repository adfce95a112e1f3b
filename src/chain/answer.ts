import * as v from 'valibot'
import { parseUint, SottoError } from '../domain/index'
import type { Answer } from './attempt'
import { ChainError, transportError } from './chain-error'

/** Checks a node's answer against a schema. Throws `chain/bad-answer`, or `chain/not-found` and `chain/http` for a refusal. */
export function readAnswer<S extends v.GenericSchema>(schema: S, answer: Answer): v.InferOutput<S> {
  if (answer.kind === 'refused') throw refusalError(answer)
  const result = v.safeParse(schema, answer.json)
  if (!result.success) throw transportError('chain/bad-answer', new v.ValiError(result.issues))
  return result.output
}

/** The error for a node that answered with a refusal. */
export function refusalError({ refusal }: Extract<Answer, { kind: 'refused' }>): ChainError {
  if (isNotFound(refusal.code, refusal.message)) {
    return new ChainError('chain/not-found', 'The network has no such record.', { refusal })
  }
  return new ChainError('chain/http', 'The node refused to answer this question.', { refusal })
}

export function isNotFound(code: number, message: string): boolean {
  return code === 5 || /\bnot found\b/i.test(message)
}

/** Digits in a string, below 2^64 (or 2^bits), as a bigint. */
export function uintText(bits = 64): v.GenericSchema<string, bigint> {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return parseUint(dataset.value, bits)
      } catch (error) {
        if (!(error instanceof SottoError)) throw error
        addIssue({ message: error.message })
        return NEVER
      }
    }),
  )
}

export const coinSchema = v.object({ denom: v.pipe(v.string(), v.nonEmpty()), amount: uintText(256) })
/** RFC 3339 to milliseconds. */
export const timeSchema = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
)
