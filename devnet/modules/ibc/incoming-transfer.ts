/** A transfer that another chain sends here. */
export interface IncomingTransfer {
  /** This chain's end, such as `channel-0`, on the port `transfer`. */
  readonly channel: string
  /** As the other chain sees it: `uatom`, or `transfer/channel-235/uscrt` for a coin of this chain that comes home. */
  readonly denom: string
  readonly amount: bigint
  readonly sender: string
  readonly receiver: string
  readonly memo: string
}
