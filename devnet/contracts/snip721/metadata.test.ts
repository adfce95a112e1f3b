import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, type ContractHarness } from '../contract-harness.fake'
import { by, collectionWith, success } from './collection.fake'

let collection: ContractHarness
beforeEach(() => {
  collection = collectionWith({})
})

const refusal = (sender: Address, message: JsonValue) => () => collection.execute(sender, message)
const mint = (token_id: string, more: JsonObject = {}) =>
  collection.execute(ALICE, { mint_nft: { token_id, ...more } })

describe('metadata', () => {
  const extension = {
    name: 'Ace',
    attributes: [{ trait_type: 'suit', value: 'spades' }],
    token_subtype: 'badge',
  }
  const secret = { token_uri: 'https://secret' }

  it('is answered with every field the standard knows, and no other', () => {
    mint('a', { public_metadata: { extension: { ...extension, unknown: 1 } } })
    const { nft_info } = collection.query({ nft_info: { token_id: 'a' } })
    expect(nft_info).toEqual({
      token_uri: null,
      extension: {
        image: null,
        image_data: null,
        external_url: null,
        description: null,
        name: 'Ace',
        attributes: [{ display_type: null, trait_type: 'suit', value: 'spades', max_value: null }],
        background_color: null,
        animation_url: null,
        youtube_url: null,
        media: null,
        protected_attributes: null,
        token_subtype: 'badge',
      },
    })
  })

  it('is private for those who have a right to it', () => {
    mint('a', { private_metadata: secret })
    const ask = (viewer?: JsonObject) =>
      collection.query({ private_metadata: { token_id: 'a', ...(viewer && { viewer }) } })
    expect(ask(by(ALICE))).toEqual({ private_metadata: { token_uri: 'https://secret', extension: null } })
    expect(() => ask()).toThrow('You are not authorized to perform this action on token a')
    expect(() => ask({ address: ALICE, viewing_key: 'wrong' })).toThrow(
      '"generic_err":{"msg":"Wrong viewing key for this address or viewing key not set"}',
    )
  })

  it('is sealed until its owner reveals it', () => {
    collection = collectionWith({ enable_sealed_metadata: true })
    mint('a', { owner: BOB, private_metadata: secret })
    const dossier = () =>
      collection.query({ nft_dossier: { token_id: 'a', viewer: by(BOB) } })['nft_dossier'] as JsonObject
    expect(dossier()).toMatchObject({
      unwrapped: false,
      private_metadata: null,
      display_private_metadata_error:
        'Sealed metadata of token a must be unwrapped by calling Reveal before it can be viewed',
    })
    expect(() => collection.query({ private_metadata: { token_id: 'a', viewer: by(BOB) } })).toThrow(
      'Sealed metadata must be unwrapped by calling Reveal before it can be viewed',
    )
    expect(refusal(ALICE, { set_metadata: { token_id: 'a', private_metadata: secret } })).toThrow(
      'The private metadata of a sealed token can not be modified',
    )
    expect(refusal(ALICE, { reveal: { token_id: 'a' } })).toThrow('You do not own token a')
    expect(collection.execute(BOB, { reveal: { token_id: 'a' } })).toEqual(success('reveal'))
    expect(dossier()).toMatchObject({ unwrapped: true, public_metadata: { token_uri: 'https://secret' } })
    expect(refusal(BOB, { reveal: { token_id: 'a' } })).toThrow('This token has already been unwrapped')
    expect(collection.query({ is_unwrapped: { token_id: 'a' } })).toEqual({
      is_unwrapped: { token_is_unwrapped: true },
    })
  })

  it('stays private when revealed, if the collection says so', () => {
    collection = collectionWith({ enable_sealed_metadata: true, unwrapped_metadata_is_private: true })
    mint('a', { private_metadata: secret })
    collection.execute(ALICE, { reveal: { token_id: 'a' } })
    expect(
      collection.query({ nft_dossier: { token_id: 'a', viewer: by(ALICE) } })['nft_dossier'],
    ).toMatchObject({
      public_metadata: null,
      private_metadata: { token_uri: 'https://secret' },
    })
  })

  it('is changed by whom the collection allows', () => {
    mint('a', { owner: BOB })
    const change = { set_metadata: { token_id: 'a', public_metadata: { token_uri: 'https://new' } } }
    expect(refusal(BOB, change)).toThrow('Not authorized to update metadata of token a')
    collection.execute(ALICE, change)
    expect(collection.query({ nft_info: { token_id: 'a' } })).toMatchObject({
      nft_info: { token_uri: 'https://new' },
    })
    expect(refusal(ALICE, { reveal: { token_id: 'a' } })).toThrow(
      'Sealed metadata functionality is not enabled for this contract',
    )
  })
})

describe('royalties', () => {
  const royalties = (rate: number) => ({
    decimal_places_in_rates: 4,
    royalties: [{ recipient: CAROL, rate }],
  })
  const shown = (recipient: Address | null, rate: number) => ({
    royalty_info: { royalty_info: { decimal_places_in_rates: 4, royalties: [{ recipient, rate }] } },
  })

  it('are the default unless a token has its own, and name nobody to strangers', () => {
    collection = collectionWith({}, { royalty_info: royalties(100) })
    mint('a')
    mint('b', { royalty_info: royalties(200) })
    mint('badge', { transferable: false })
    const ask = (token_id?: string, viewer?: JsonObject) =>
      collection.query({ royalty_info: { ...(token_id && { token_id }), ...(viewer && { viewer }) } })
    expect(ask('a', by(ALICE))).toEqual(shown(CAROL, 100))
    expect(ask('b')).toEqual(shown(null, 200))
    expect(ask('badge')).toEqual({ royalty_info: { royalty_info: null } })
    expect(ask(undefined, by(ALICE))).toEqual(shown(CAROL, 100))
    expect(ask(undefined, by(BOB))).toEqual(shown(null, 100))
  })

  it('are set by who made and owns the token, and are never more than the whole', () => {
    mint('a', { owner: BOB })
    const set = (more: JsonObject) => ({ set_royalty_info: { royalty_info: royalties(1), ...more } })
    expect(refusal(BOB, set({ token_id: 'a' }))).toThrow(
      "A token's RoyaltyInfo may only be set by the token creator when they are also the token owner",
    )
    expect(refusal(BOB, set({}))).toThrow(
      'Only designated minters can set default royalties for the contract',
    )
    expect(refusal(ALICE, set({ royalty_info: royalties(10_001) }))).toThrow(
      'The sum of royalty rates must not exceed 100%',
    )
    const tooFine = { decimal_places_in_rates: 78, royalties: [] }
    expect(refusal(ALICE, set({ royalty_info: tooFine }))).toThrow('larger than supported')
    collection.execute(ALICE, set({}))
    expect(collection.query({ royalty_info: {} })).toEqual(shown(null, 1))
  })
})
