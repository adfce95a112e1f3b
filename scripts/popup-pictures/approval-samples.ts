import type {
  ApprovalBody,
  ApprovalView,
  FeeView,
  MessageReview,
  RawTruth,
  TxReview,
} from '../../src/messages/popup'
import { ACCOUNT, HOSTILE, LONG, NOW, RECIPIENT, SHADE, SSCRT } from './samples'

export function approval(body: ApprovalBody, parts: Partial<ApprovalView> = {}): ApprovalView {
  return {
    id: `approval-${body.kind}`,
    origin: 'https://app.example.org',
    chainId: 'secret-4',
    networkName: 'Secret Network',
    account: ACCOUNT,
    createdAt: NOW,
    body,
    ...parts,
  }
}

const RAW: RawTruth = {
  json: JSON.stringify({
    chain_id: 'secret-4',
    account_number: '53123',
    body: { messages: [{ '@type': '/secret.compute.v1beta1.MsgExecuteContract', sender: ACCOUNT.address }] },
  }),
  signBytesHex: '0a94020a91020a2a2f7365637265742e636f6d707574652e763162657461312e4d7367'.repeat(6),
}

const TRANSFER: MessageReview = {
  title: 'Send sSCRT',
  sentence: 'Send 12.5 sSCRT to secret1fc3…j52zfyne.',
  kind: 'contract',
  contract: { address: SSCRT, label: 'sSCRT', codeId: '2', codeHash: 'matches' },
  input: {
    kind: 'decrypted',
    json: JSON.stringify({ transfer: { recipient: RECIPIENT, amount: '12500000', memo: null, decoys: [] } }),
  },
  funds: [],
  facts: [
    { label: 'Amount', value: '12.5 sSCRT' },
    { label: 'To', value: RECIPIENT },
  ],
  visibility: [
    { who: 'public', text: 'That you used this contract, when, the fee and the memo.' },
    { who: 'contract', text: 'The message. Nobody who runs a node can read it.' },
    { who: 'recipient', text: 'The amount, your address and the memo.' },
    { who: 'only-you', text: 'The answer: it comes back encrypted to your account.' },
  ],
}

export const FEE: FeeView = {
  coins: [{ denom: 'uscrt', amount: '50000', symbol: 'SCRT', decimals: 6 }],
  gas: '200000',
}

export const TRANSACTION: TxReview = {
  mode: 'direct',
  messages: [TRANSFER],
  memo: '',
  fee: FEE,
  warnings: [],
  dangerous: false,
  raw: RAW,
}

const WRAP: MessageReview = {
  ...TRANSFER,
  title: 'Wrap SCRT',
  sentence: 'Turn 500 SCRT into 500 sSCRT.',
  input: { kind: 'decrypted', json: '{"deposit":{"padding":"          "}}' },
  funds: [{ denom: 'uscrt', amount: '500000000', symbol: 'SCRT', decimals: 6 }],
  facts: [],
  visibility: [
    { who: 'public', text: 'That you used this contract, when, the fee and the coins sent along.' },
    { who: 'only-you', text: 'The answer: it comes back encrypted to your account.' },
  ],
}

const SWAP_JSON = {
  swap_tokens: {
    offer: { token: SHADE, amount: '12500000' },
    recipient: RECIPIENT,
    deadline: 1800000000,
    msg: 'eyJhcHByb3ZlIjp7InNwZW5kZXIiOiJzZWNyZXQxZmMzIn19',
  },
}

const UNKNOWN_CONTRACT: TxReview = {
  ...TRANSACTION,
  messages: [
    {
      ...TRANSFER,
      title: 'Contract message',
      sentence: 'Send “swap_tokens” to the contract secret1k0j…9e8fzek.',
      facts: [],
      input: {
        kind: 'decrypted',
        json: JSON.stringify(SWAP_JSON, undefined, 2),
        remarks: [
          { line: 3, mark: 'address', text: 'Not your address.' },
          { line: 4, mark: 'amount', text: 'An amount, in base units.' },
          { line: 6, mark: 'power', text: 'This may say who gets something.' },
          { line: 6, mark: 'address', text: 'Not your address.' },
          { line: 7, mark: 'time', text: 'If this is a time: 2027-01-15 08:00 UTC.' },
          {
            line: 8,
            mark: 'nested',
            text: 'This is base64 of another message:',
            inner: {
              json: JSON.stringify({ approve: { spender: 'secret1fc3' } }, undefined, 2),
              remarks: [{ line: 1, mark: 'power', text: 'This may let somebody use what is yours.' }],
            },
          },
        ],
      },
    },
  ],
}

const SEVERAL: TxReview = {
  ...TRANSACTION,
  messages: [WRAP, TRANSFER],
  totals: {
    coins: [
      { denom: 'uscrt', amount: '500000000', symbol: 'SCRT', decimals: 6 },
      { denom: SSCRT, amount: '12500000', symbol: 'sSCRT', decimals: 6 },
    ],
    complete: false,
  },
  memo: 'order 1142',
  warnings: [{ level: 'caution', text: 'The memo is public for ever.' }],
}

const DANGEROUS: TxReview = {
  ...TRANSACTION,
  messages: [
    {
      ...TRANSFER,
      title: 'Call a contract',
      sentence: 'Send a message that cannot be read to secret1k0j…9e8fzek.',
      kind: 'unknown',
      contract: { address: SSCRT, codeHash: 'unknown' },
      input: {
        kind: 'unreadable',
        reason: 'The message is not sealed with this account’s key. Only the site knows what it says.',
        hex: 'c0ffee'.repeat(60),
      },
      facts: [],
      visibility: [
        { who: 'public', text: 'That you used this contract, and perhaps the whole message and its answer.' },
      ],
    },
  ],
  warnings: [
    {
      level: 'danger',
      text: 'You cannot read what you would sign. It may move everything this contract holds for you.',
    },
  ],
  dangerous: true,
}

const PLAINTEXT: TxReview = {
  ...DANGEROUS,
  messages: [
    {
      ...TRANSFER,
      title: 'Call a contract in the open',
      input: { kind: 'plaintext', text: '{"transfer":{"recipient":"secret1fc3","amount":"1"}}' },
      contract: { address: SSCRT, label: 'sSCRT', codeId: '2', codeHash: 'differs' },
    },
  ],
}

export const HOSTILE_TX: TxReview = {
  ...TRANSACTION,
  messages: [
    {
      ...TRANSFER,
      title: HOSTILE,
      sentence: HOSTILE,
      contract: { address: SSCRT, label: LONG, codeId: '9'.repeat(60), codeHash: 'unknown' },
      input: { kind: 'decrypted', json: JSON.stringify({ [HOSTILE]: HOSTILE, big: LONG }) },
      funds: [
        { denom: 'ibc/'.padEnd(68, 'F'), amount: '9'.repeat(60), symbol: LONG, decimals: 200 },
        { denom: 'uscrt', amount: '1', symbol: 'SCRT', decimals: 6 },
      ],
      facts: [{ label: LONG, value: HOSTILE }],
      visibility: [{ who: 'public', text: HOSTILE }],
    },
  ],
  memo: HOSTILE,
  warnings: [
    { level: 'danger', text: HOSTILE },
    { level: 'note', text: LONG },
  ],
  fee: {
    coins: [{ denom: 'uscrt', amount: '1'.repeat(60), symbol: LONG, decimals: 6 }],
    gas: '18446744073709551615',
    payer: RECIPIENT,
    granter: RECIPIENT,
  },
}

export const BODIES: Readonly<Record<string, ApprovalBody>> = {
  connect: {
    kind: 'connect',
    chains: [{ chainId: 'secret-4', name: 'Secret Network' }],
    capabilities: ['see-address', 'request-signatures', 'decrypt'],
  },
  transaction: { kind: 'transaction', ...TRANSACTION },
  'transaction-unknown-contract': { kind: 'transaction', ...UNKNOWN_CONTRACT },
  'transaction-several': { kind: 'transaction', ...SEVERAL },
  'transaction-danger': { kind: 'transaction', ...DANGEROUS },
  'transaction-plaintext': { kind: 'transaction', ...PLAINTEXT },
  permit: {
    kind: 'permit',
    name: 'Portfolio',
    permissions: [
      { name: 'balance', text: 'read your balance' },
      { name: 'history', text: 'read your transfers, all of them, past and future' },
    ],
    tokens: [{ contract: SSCRT, label: 'sSCRT' }, { contract: SHADE }],
    starts: '2026-11-20 09:00 UTC',
    expires: '2026-11-20 21:00 UTC',
    chainId: 'secret-4',
    warnings: [
      { level: 'caution', text: 'Whoever has this permit can read what it allows, not only this site.' },
      {
        level: 'caution',
        text: 'Sotto, with your list of tokens, does not know 1 of its 2 contracts.',
      },
      { level: 'caution', text: 'This permit has already ended.' },
      {
        level: 'caution',
        text: 'You signed a permit of this name before, for sSCRT, for https://portfolio.example. Revoking one revokes both.',
      },
    ],
    raw: RAW,
  },
  'permit-blanket': {
    kind: 'permit',
    name: HOSTILE,
    permissions: [
      { name: 'owner', text: 'read everything that you can read yourself' },
      { name: LONG, text: 'do what contracts mean by this, which Sotto does not know' },
    ],
    tokens: [],
    chainId: 'secret-4',
    warnings: [
      { level: 'danger', text: 'The permission “owner” reads everything that you can read yourself.' },
      { level: 'danger', text: 'It is for every token there is, those you get later too.' },
      {
        level: 'caution',
        text: 'It has no end: it holds until you revoke it with a transaction at each token.',
      },
    ],
    raw: RAW,
  },
  text: {
    kind: 'text',
    text: 'Sign in to app.example.org\n\nNonce: 8f31c2\nIssued: 2026-11-21',
    hex: '5369676e20696e20746f206170702e6578616d706c652e6f7267',
    printable: true,
    raw: RAW,
    warnings: [],
  },
  'text-bytes': {
    kind: 'text',
    text: '',
    hex: '00ff10'.repeat(40),
    printable: false,
    warnings: [],
    raw: RAW,
  },
  'add-token': {
    kind: 'add-token',
    contract: SSCRT,
    token: { name: 'Secret SCRT', symbol: 'sSCRT', decimals: 6 },
    withViewingKey: true,
    replacesKey: true,
    warnings: [],
  },
  'cannot-continue': {
    kind: 'cannot-continue',
    title: 'The network cannot be reached',
    message:
      'Sotto could not check this transaction, so there is nothing to approve. Nothing was signed. Reject it, then try again on the site.',
  },
  preparing: { kind: 'preparing' },
}
