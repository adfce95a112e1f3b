import { MsgExecuteContract } from 'secretjs'
import { approvalTests, type Row, short } from './approval-rows'
import type { Scene } from './approval-scene'

// What sites ask of tokens and collections, sealed for the contract and put into words here.

/** 1 January 2035. */
const END = 2_051_222_400
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64')

type Told = Pick<Row, 'name' | 'heading' | 'sentence' | 'says' | 'answer'> & {
  readonly of?: (scene: Scene) => Scene['sscrt']
  readonly asks: (scene: Scene) => object
}

function execute({ of = ({ sscrt }) => sscrt, asks }: Told, scene: Scene): MsgExecuteContract<object> {
  const { address, codeHash } = of(scene)
  return new MsgExecuteContract({
    sender: scene.me,
    contract_address: address,
    code_hash: codeHash,
    msg: asks(scene),
    sent_funds: [],
  })
}

/** A message that is named first of all; signing it in the older form is the same for all of them. */
function tokenRow(name: string, told: Omit<Told, 'name'>, both = false): Row {
  const row = { ...told, name }
  return {
    name,
    message: (scene) => execute(row, scene),
    heading: told.heading,
    sentence: told.sentence,
    decrypted: name.replace(' of items', ''),
    raw: '/secret.compute.v1beta1.MsgExecuteContract',
    ...(told.says === undefined ? {} : { says: told.says }),
    ...(told.answer === undefined ? {} : { answer: told.answer }),
    ...(both ? {} : { amino: false }),
  }
}

approvalTests([
  tokenRow(
    'send',
    {
      asks: ({ receiver }) => ({
        send: {
          recipient: receiver.address,
          recipient_code_hash: receiver.codeHash,
          amount: '1500000',
          msg: base64({ stake: { days: 30 } }),
        },
      }),
      heading: 'Send SSCRT',
      sentence: ({ receiver }) =>
        `Send 1.5 SSCRT to ${short(receiver.address)}, with a message for that contract: “stake”`,
      says: ({ receiver }) => [receiver.codeHash, '{"stake":{"days":30}}'],
    },
    true,
  ),
  tokenRow('batch_send', {
    asks: ({ receiver }) => ({
      batch_send: {
        actions: [
          {
            recipient: receiver.address,
            amount: '1500000',
            msg: base64({ channel: 'channel-44', remote_address: 'osmo1receiver', timeout: 600 }),
          },
        ],
      },
    }),
    heading: 'Send SSCRT',
    sentence: ({ receiver }) =>
      `Send 1.5 SSCRT to ${short(receiver.address)}, with a message for that contract: send the tokens on to osmo1receiver on another chain, over channel-44`,
    says: () => ['10 minutes without an answer', 'The amount and the receiver on the other chain.'],
    answer: 'sign',
  }),
  tokenRow('batch_transfer', {
    asks: ({ other, me }) => ({
      batch_transfer: {
        actions: [
          { recipient: other, amount: '2000000', memo: 'rent' },
          { recipient: me, amount: '1000000' },
        ],
      },
    }),
    heading: 'Send SSCRT',
    sentence: () => 'Send 3 SSCRT in 2 parts',
    says: ({ other, me }) => [other, me, '2 SSCRT', '1 SSCRT', 'rent'],
  }),
  tokenRow('increase_allowance', {
    asks: ({ other }) => ({ increase_allowance: { spender: other, amount: '5000000', expiration: END } }),
    heading: 'Let another spend SSCRT',
    sentence: ({ other }) =>
      `Allow ${short(other)} to spend up to 5 SSCRT more in your name, until 2035-01-01 00:00 UTC`,
    says: () => ['The spender can take these tokens at any time without asking you again.'],
  }),
  tokenRow('redeem', {
    asks: () => ({ redeem: { amount: '2000000', denom: 'uscrt' } }),
    heading: 'Unwrap SSCRT',
    sentence: () => 'Turn 2 SSCRT back into public coins of your account',
    says: () => ['The amount: the coins that come back are public.'],
  }),
  tokenRow('set_viewing_key', {
    asks: () => ({ set_viewing_key: { key: 'a key that the site knows' } }),
    heading: 'Set a viewing key for SSCRT',
    sentence: () => 'Set a viewing key chosen by the site, which reads your SSCRT balance and history',
    says: () => ['The site knows this key and can read your balance and history of this token.'],
  }),
  tokenRow('transfer', {
    asks: ({ other, me }) => ({
      transfer: { recipient: other, amount: '250000', decoys: [me, other], gas_target: '100000' },
    }),
    heading: 'Send SSCRT',
    sentence: ({ other }) => `Send 0.25 SSCRT to ${short(other)}`,
    says: () => ['2 addresses that get nothing and hide who does', 'Gas is filled up to'],
  }),
  tokenRow('add_minters', {
    of: ({ ownToken }) => ownToken,
    asks: ({ other }) => ({ add_minters: { minters: [other] } }),
    heading: 'Manage OWN',
    sentence: ({ other }) => `Also let ${short(other)} create OWN`,
  }),
  tokenRow('change_admin', {
    of: ({ ownToken }) => ownToken,
    asks: ({ other }) => ({ change_admin: { address: other } }),
    heading: 'Manage OWN',
    sentence: ({ other }) => `Make ${short(other)} the owner of the OWN contract`,
  }),
  tokenRow('mint_nft', {
    of: ({ cards }) => cards,
    asks: ({ me }) => ({
      mint_nft: { token_id: 'ace', owner: me, public_metadata: { extension: { name: 'Ace of hearts' } } },
    }),
    heading: 'Make a collectible',
    sentence: ({ cards }) => `Make a collectible of ${short(cards.address)}`,
    says: ({ me }) => [me, '{"extension":{"name":"Ace of hearts"}}'],
  }),
  tokenRow('approve_all', {
    of: ({ cards }) => cards,
    asks: ({ other }) => ({ approve_all: { operator: other, expires: 'never' } }),
    heading: 'Let another move your collectibles',
    sentence: ({ other, cards }) =>
      `Allow ${short(other)} to move all your collectibles of ${short(cards.address)}, those you get later too, without an end`,
    says: ({ other }) => [
      'The operator can take all of them at any time without asking you again.',
      `What you allow ${short(other)} has no end: it holds until you take it back.`,
    ],
  }),
  tokenRow('transfer_nft', {
    of: ({ cards }) => cards,
    asks: ({ other }) => ({ transfer_nft: { recipient: other, token_id: 'ace', memo: 'well played' } }),
    heading: 'Send a collectible',
    sentence: ({ other, cards }) =>
      `Send the collectible “ace” of ${short(cards.address)} to ${short(other)}`,
    says: () => ['well played'],
  }),
  tokenRow('batch_transfer of items', {
    of: ({ items }) => items,
    asks: ({ me, other }) => ({
      batch_transfer: { actions: [{ token_id: 'gold', from: me, recipient: other, amount: '25' }] },
    }),
    heading: 'Send tokens by id',
    sentence: ({ other, items }) =>
      `Send 25 of the token “gold” of ${short(items.address)} to ${short(other)}`,
  }),
])
