/** What a v0.10 contract may answer instead of a result: exactly one of the chain's error shapes (Protocol 2.3). */
export type StdError =
  | { readonly generic_err: { readonly msg: string } }
  | { readonly parse_err: { readonly target: string; readonly msg: string } }
  | { readonly not_found: { readonly kind: string } }
  | { readonly unauthorized: Record<string, never> }

export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly std: StdError

  constructor(std: StdError) {
    super(JSON.stringify(std))
    this.std = std
  }
}

export function genericError(msg: string): ContractError {
  return new ContractError({ generic_err: { msg } })
}

export function parseError(target: string, msg: string): ContractError {
  return new ContractError({ parse_err: { target, msg } })
}
