import { describe, expect, it } from 'vitest'
import { failure, openPage, paramsOf } from './page.fake'

const INFO = {
  chainId: 'mysecret-1',
  chainName: 'My Secret',
  rpc: 'https://rpc.mysecret.example',
  rest: 'https://lcd.mysecret.example',
  bip44: { coinType: 529 },
  bech32Config: { bech32PrefixAccAddr: 'secret' },
  currencies: [{ coinDenom: 'MINE', coinMinimalDenom: 'umine', coinDecimals: 6 }],
  feeCurrencies: [
    {
      coinDenom: 'MINE',
      coinMinimalDenom: 'umine',
      coinDecimals: 6,
      gasPriceStep: { low: 0.1, average: 0.2, high: 0.3 },
    },
  ],
  stakeCurrency: { coinDenom: 'MINE', coinMinimalDenom: 'umine', coinDecimals: 6 },
  features: ['secretwasm', 'ibc-go'],
}

describe('experimentalSuggestChain', () => {
  it('asks in our own words', async () => {
    const { page, keplr } = openPage()
    expect(await keplr.experimentalSuggestChain(INFO)).toBeUndefined()
    expect(page.calls.map(({ method }) => method)).toEqual(['suggestChain'])
    expect(paramsOf(page.calls[0])).toEqual({
      chainId: 'mysecret-1',
      name: 'My Secret',
      endpoint: 'https://lcd.mysecret.example',
      bech32Prefix: 'secret',
      coinType: 529,
      denom: 'umine',
      symbol: 'MINE',
      decimals: 6,
      saysSecret: true,
      gasPrices: { low: 0.1, average: 0.2, high: 0.3 },
    })
  })

  it('reads the shape that was usual before', async () => {
    const { page, keplr } = openPage()
    const { bip44: _bip44, feeCurrencies: _fees, ...rest } = INFO
    const old = { ...rest, coinType: 118, gasPriceStep: { low: 1, average: 2, high: 3 } }
    await keplr.experimentalSuggestChain(old)
    expect(paramsOf(page.calls[0])).toMatchObject({
      coinType: 118,
      gasPrices: { low: 1, average: 2, high: 3 },
    })
  })

  it('refuses a network that would be hidden, in the page and in the words that dApps know', async () => {
    const { page, keplr } = openPage()
    const hidden = keplr.experimentalSuggestChain({ ...INFO, hideInUI: true })
    await expect(hidden).rejects.toThrow(/^hideInUI is not allowed$/)
    expect(page.calls).toEqual([])
  })

  it('says that the person said no, and why a network is not taken', async () => {
    const { page, keplr } = openPage()
    page.answer = () => failure('rejected', 'Request rejected')
    await expect(keplr.experimentalSuggestChain(INFO)).rejects.toThrow(/^Request rejected$/)
    page.answer = () => failure('bad-request', 'Sotto keeps networks of the Secret kind alone.')
    await expect(keplr.experimentalSuggestChain(INFO)).rejects.toThrow('of the Secret kind alone')
  })

  it('P8: rejects whatever is no description at all', async () => {
    const { page, keplr } = openPage()
    const loose = keplr.experimentalSuggestChain as (chainInfo: unknown) => Promise<void>
    for (const odd of [undefined, null, 7, 'secret-4', {}, { chainId: 'a-1' }, { chainId: 5n }]) {
      await expect(loose(odd)).rejects.toThrow()
    }
    expect(page.calls).toEqual([])
  })
})
