/** The parts of index.html that change. */
export const page = {
  network: part('network', HTMLElement),
  holder: part('holder', HTMLElement),
  holderName: part('holder-name', HTMLElement),
  holderAddress: part('holder-address', HTMLElement),
  notice: part('notice', HTMLElement),
  status: part('status', HTMLElement),
  log: part('log', HTMLOListElement),
  scrt: part('scrt', HTMLElement),
  sscrt: part('sscrt', HTMLElement),
  sscrtHint: part('sscrt-hint', HTMLElement),
  keyState: part('key-state', HTMLElement),
  connect: part('connect', HTMLButtonElement),
  faucet: part('faucet', HTMLButtonElement),
  read: part('read', HTMLButtonElement),
  readPermit: part('read-permit', HTMLButtonElement),
  wrap: part('wrap', HTMLButtonElement),
  wrapForm: part('wrap-form', HTMLFormElement),
  wrapAmount: part('wrap-amount', HTMLInputElement),
  createKey: part('create-key', HTMLButtonElement),
  saveKey: part('save-key', HTMLButtonElement),
  transfer: part('transfer', HTMLButtonElement),
  transferForm: part('transfer-form', HTMLFormElement),
  transferAmount: part('transfer-amount', HTMLInputElement),
  recipient: part('recipient', HTMLInputElement),
  amino: part('amino', HTMLInputElement),
  ownSeed: part('own-seed', HTMLInputElement),
}

function part<T extends HTMLElement>(id: string, Kind: abstract new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof Kind)) throw new Error(`index.html has no #${id}`)
  return element
}
