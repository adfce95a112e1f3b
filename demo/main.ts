import { shortAddress, showAmount } from './amount'
import { openReader, readHeight, readPlace } from './network'
import { page } from './page'
import { ContractFailure, plainError } from './plain-error'
import { type Outcome, ReceiptLine } from './receipt'
import { Teller } from './teller'

const HEIGHT_INTERVAL = 3000
const APPROVE = 'Waiting for your approval and the next block…'

const place = readPlace(location.search)
const teller = new Teller(place, openReader(place))
let isBusy = false

/** One thing at a time: the buttons rest while something is under way. */
async function perform(title: string, waiting: string, action: () => Promise<Outcome>): Promise<void> {
  if (isBusy) return
  isBusy = true
  render()
  const line = new ReceiptLine(title, waiting)
  try {
    line.done(await action())
  } catch (error) {
    line.failed(plainError(error, place.lcd), error instanceof ContractFailure ? error.hash : undefined)
  }
  isBusy = false
  render()
}

function render(): void {
  const { holder, scrt, sscrt, viewingKey } = teller
  const isReady = holder !== undefined && !isBusy
  page.holder.hidden = holder === undefined
  page.holderName.textContent = holder?.name ?? ''
  page.holderAddress.textContent = holder === undefined ? '' : shortAddress(holder.address)
  page.holder.title = holder?.address ?? ''
  page.connect.hidden = holder !== undefined
  page.connect.disabled = isBusy
  for (const button of [page.faucet, page.wrap, page.createKey, page.transfer, page.readPermit]) {
    button.disabled = !isReady
  }
  page.saveKey.disabled = page.read.disabled = !isReady || viewingKey === undefined
  page.amino.disabled = page.ownSeed.disabled = isBusy
  page.scrt.textContent = scrt === undefined ? '–' : showAmount(scrt)
  page.sscrt.textContent = sscrt !== undefined ? showAmount(sscrt) : holder === undefined ? '–' : '••••••'
  page.sscrtHint.textContent =
    sscrt === undefined ? 'Only who holds a key can look.' : 'Only you see this, with your key.'
  page.keyState.textContent =
    viewingKey === undefined
      ? 'Whoever holds it can read your sSCRT balance. You have none here yet.'
      : 'This browser remembers your key. Your wallet is a better place for it.'
}

function connect(): Promise<void> {
  const ways = { amino: page.amino.checked, ownSeed: page.ownSeed.checked }
  page.notice.hidden = true
  return perform('Connect', 'Waiting for your wallet…', () => teller.connect(ways, showNoWallet))
}

function showNoWallet(): void {
  page.notice.hidden = false
  page.notice.textContent = 'No wallet has shown up. Install one for Secret Network, then reload this page.'
}

/** Another way to ask, or another account, is another connection; a granted one needs no new approval. */
function reconnect(): void {
  if (teller.holder === undefined) return
  teller.disconnect()
  render()
  void connect()
}

async function watchNetwork(): Promise<void> {
  for (;;) {
    try {
      const height = await readHeight(teller.reader, place)
      page.network.dataset['state'] = 'ok'
      page.network.textContent = `${place.chainId} · block ${height.toLocaleString('en')}`
    } catch (error) {
      page.network.dataset['state'] = 'error'
      page.network.textContent = plainError(error, place.lcd)
    }
    await new Promise((resolve) => setTimeout(resolve, HEIGHT_INTERVAL))
  }
}

function listen(): void {
  const onPress = (button: HTMLButtonElement, action: () => void): void =>
    button.addEventListener('click', action)
  const onSubmit = (form: HTMLFormElement, action: () => void): void =>
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      action()
    })
  onPress(page.connect, () => void connect())
  onPress(page.faucet, () => void perform('Get test SCRT', 'Asking the faucet…', () => teller.getTestScrt()))
  onPress(page.createKey, () => void perform('Create viewing key', APPROVE, () => teller.createViewingKey()))
  onPress(
    page.saveKey,
    () => void perform('Save in wallet', 'Asking your wallet…', () => teller.saveInWallet()),
  )
  onPress(page.read, () => void perform('Read balance', 'Asking the contract…', () => teller.readBalance()))
  onPress(
    page.readPermit,
    () => void perform('Read with permit', 'Waiting for your signature…', () => teller.readWithPermit()),
  )
  onSubmit(page.wrapForm, () => void perform('Wrap SCRT', APPROVE, () => teller.wrap(page.wrapAmount.value)))
  onSubmit(
    page.transferForm,
    () =>
      void perform('Transfer sSCRT', APPROVE, () =>
        teller.transfer(page.recipient.value, page.transferAmount.value),
      ),
  )
  for (const way of [page.amino, page.ownSeed]) way.addEventListener('change', reconnect)
  window.addEventListener('keplr_keystorechange', reconnect)
}

page.recipient.value = place.recipient
listen()
render()
void watchNetwork()
