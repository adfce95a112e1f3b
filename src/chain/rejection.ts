/** A transaction's result code with the module it belongs to. */
export interface ResultCode {
  readonly code: number
  readonly codespace: string
  readonly rawLog: string
}

const SDK: Readonly<Record<number, string>> = {
  4: 'The network did not accept the signature.',
  5: 'The account does not hold enough to pay for this.',
  11: 'The gas limit was too low for this transaction.',
  12: 'The memo is too long.',
  13: 'The fee is too low for this node.',
  19: 'The network already has this transaction.',
  21: 'The transaction is too large.',
  30: 'The transaction came too late: its time limit has passed.',
  32: 'Another transaction of this account came first. Sign this one again.',
}
const COMPUTE: Readonly<Record<number, string>> = {
  2: 'The contract could not be created.',
  3: 'The contract refused the message.',
  4: 'The contract refused a question asked on the way.',
  5: 'The contract could not be migrated.',
  6: 'A contract with this label exists already.',
  7: 'The gas limit was too low for this contract.',
  9: 'There is no such contract.',
  10: 'The network could not read a message of this transaction.',
  16: 'The network could not verify the signature of a contract message.',
  30: 'The contracts called each other too many times.',
}

/** Says in plain words why the network refused a transaction; always a sentence. Protocol 2.4. */
export function rejectionWords({ code, codespace, rawLog }: ResultCode): string {
  if (/out of gas/i.test(rawLog)) return 'The gas limit was too low for this transaction.'
  const known = codespace === 'compute' ? COMPUTE[code] : codespace === 'sdk' ? SDK[code] : undefined
  return known ?? `The network refused this transaction (${codespace === '' ? 'code' : codespace} ${code}).`
}
