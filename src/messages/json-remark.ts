/** A remark on one line, counted from 0, of JSON text as it is set in lines. */
export interface JsonRemark {
  readonly line: number
  readonly mark: 'address' | 'amount' | 'power' | 'time' | 'nested' | 'more'
  readonly text: string
  /** The message inside the text of that line, decoded. */
  readonly inner?: { readonly json: string; readonly remarks: readonly JsonRemark[] }
}
