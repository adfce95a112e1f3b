import type { Keplr } from '@keplr-wallet/types'
import { describe, expect, it } from 'vitest'
import type { Sotto, WalletAnnouncement } from '../../../types/index.d.ts'
import type { KeplrSurface } from './keplr-surface'
import { openPage } from './page.fake'

/** Everything of the published shape that belongs to other chains, and what is asked of the person elsewhere. */
type OtherChains =
  | 'signICNSAdr36'
  | 'signEthereum'
  | 'experimentalSignEIP712CosmosTx_v0'
  | 'sendEthereumTx'
  | 'suggestERC20'
  | 'getStarknetKey'
  | 'getStarknetKeysSettled'
  | 'signStarknetDeployAccountTransaction'
  | 'signStarknetTx'
  | 'getBitcoinKey'
  | 'getBitcoinKeysSettled'
  | 'signPsbt'
  | 'signPsbts'
  | 'ethereum'
  | 'starknet'
  | 'bitcoin'
type Missing = Exclude<keyof Keplr, keyof KeplrSurface | OtherChains>

describe('published types', () => {
  it('fit the surface that dApps know, member by member', () => {
    const fits = (keplr: KeplrSurface): Pick<Keplr, keyof KeplrSurface & keyof Keplr> => keplr
    const nothingElseMissing: [Missing] extends [never] ? true : false = true
    expect([typeof fits, nothingElseMissing]).toEqual(['function', true])
  })
})

describe('finding several wallets', () => {
  it('announces itself at the start and whenever it is asked, with what nobody can change', () => {
    const heard: WalletAnnouncement<Sotto>[] = []
    const { page, sotto } = openPage((before) =>
      before.addEventListener('cosmos-wallet:announce', (event) => heard.push(Reflect.get(event, 'detail'))),
    )
    expect(heard).toHaveLength(1)
    page.dispatchEvent(new Event('cosmos-wallet:request'))
    expect(heard).toHaveLength(2)
    for (const detail of heard) {
      expect(detail).toEqual({ info: { name: 'Sotto', rdns: 'sotto.wallet' }, provider: sotto })
      expect([detail, detail.info, detail.provider].every(Object.isFrozen)).toBe(true)
    }
  })

  it('P12: is announced beside another wallet that holds the other name', () => {
    let announced: unknown
    openPage((before) => {
      Object.assign(before, { keplr: {} })
      before.addEventListener('cosmos-wallet:announce', (event) => {
        announced = Reflect.get(event, 'detail').info.name
      })
    })
    expect(announced).toBe('Sotto')
  })
})
