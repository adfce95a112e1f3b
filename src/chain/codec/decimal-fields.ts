import { formatAmount, parseAmount } from '../../domain/index'
import { messageError } from './codec-error'
import type { Field } from './field'
import { asText, asUint } from './plain-fields'

const PLACES = 18

/**
 * A share or a rate that is not below zero (`cosmossdk.io/math.LegacyDec`), for us a decimal without zeros at its end.
 * JSON has the decimal; the wire has 10^18 of it, as digits.
 */
export const decimal: Field<string> = {
  wire: 'text',
  fromProto: (value, { path }) => formatAmount(asUint(asText(value, path), 256, path), PLACES),
  toProto: (value) => parseAmount(value, PLACES).toString(),
  fromJson: (value, { path }) => {
    const written = asText(value, path)
    if (!/^(0|[1-9]\d{0,57})(\.\d{1,18})?$/.test(written)) throw messageError(path, 'a decimal number')
    return formatAmount(parseAmount(written, PLACES), PLACES)
  },
}
