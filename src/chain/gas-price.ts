import * as v from 'valibot'
import { readAnswer } from './answer'
import type { Client } from './client'

const PRICE = /^(\d{1,9})(?:\.(\d{1,18}))?$/
const answer = v.object({ minimum_gas_price: v.optional(v.string(), '') })
const PLACES = 18

/** A price per unit of gas such as `0.1` in units of 10^-18, or undefined when it is no plain decimal number. */
export function parseGasPrice(text: string): bigint | undefined {
  const [, whole, fraction = ''] = PRICE.exec(text) ?? []
  return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(PLACES, '0'))
}

/**
 * The lowest price that the node takes in the chain's coin, as a decimal such as `0.0125`; `0` when it takes anything.
 * Each node has its own. Throws ChainError. Protocol 4.1, 5.
 */
export async function getGasFloor(client: Client, signal?: AbortSignal): Promise<string> {
  const path = '/cosmos/base/node/v1beta1/config'
  const { minimum_gas_price: prices } = readAnswer(answer, await client.request({ path, signal }))
  const { denom } = client.chain
  const own = prices.split(',').find((price) => price.endsWith(denom))
  const [, whole, fraction = ''] = PRICE.exec(own?.slice(0, -denom.length) ?? '') ?? []
  if (whole === undefined) return '0'
  const places = fraction.replace(/0+$/, '')
  return `${BigInt(whole)}${places === '' ? '' : `.${places}`}`
}
