/** How a node of devnet presents itself, the same over every interface. */
export const NODE_INFO = {
  id: '0'.repeat(40),
  listenAddress: 'tcp://127.0.0.1:26656',
  rpcAddress: 'tcp://127.0.0.1:26657',
  moniker: 'devnet',
  cometVersion: '0.38.17',
  appName: 'SecretNetwork',
  appVersion: '1.25.0-devnet',
} as const
