/** Who called, with what money, and who is called. */
export class Call {
  contract: string
  sender: string
  /** A list of coins, as JSON. */
  funds: string

  constructor(contract: string, sender: string, funds: string) {
    this.contract = contract
    this.sender = sender
    this.funds = funds
  }
}
