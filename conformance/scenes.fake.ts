/** What the messages need around them on one network: funded people, their contracts, code to move to. */
import { createHash } from 'node:crypto'
import { base64, bech32 } from '@scure/base'
import { Wallet } from 'secretjs'
import type { Devnet } from '../devnet/index'
import { ProbeInstance, type UploadedCode, upload } from '../devnet/probe.fake'
import { QUICK, Stranger } from '../devnet/stranger.fake'
import { buildTestContracts } from '../devnet/test-contracts/build-contracts.fake'
import type { Scene } from './messages.fake'

type Probes = Pick<Scene, 'probe' | 'secondProbe' | 'thirdProbe'>
type Shared = Pick<Scene, 'validator' | 'secondValidator' | 'token' | 'wasm' | 'nextCode'>

const FUNDS = [{ denom: 'uscrt', amount: '10000000000' }]

export class Scenes {
  readonly #reader: Stranger
  readonly #shared: Shared
  readonly #code: UploadedCode
  readonly #probes = new Map<string, Probes>()
  readonly #devnet: Devnet

  private constructor(devnet: Devnet, reader: Stranger, code: UploadedCode, shared: Shared) {
    this.#devnet = devnet
    this.#reader = reader
    this.#code = code
    this.#shared = shared
  }

  static async prepare(devnet: Devnet): Promise<Scenes> {
    const reader = new Stranger(devnet, 'a')
    const wasms = buildTestContracts()
    const { validators = [] } = await reader.client.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
    const [validator = '', secondValidator = ''] = validators.map((each) => each.operator_address ?? '')
    const { address, codeHash } = devnet.contracts.sscrt
    const { contract_info } = await reader.client.query.compute.contractInfo({ contract_address: address })
    const { code_id } = contract_info as { readonly code_id?: string }
    return new Scenes(devnet, reader, await upload(reader, wasms['probe-v1']), {
      validator,
      secondValidator,
      token: { address, codeHash, codeId: Number(code_id) },
      wasm: wasms['probe-v1'],
      nextCode: await upload(reader, wasms['probe-v1-next']),
    })
  }

  /** The phrases of two people whom nobody knew before, with coins and three contracts each. */
  async people(): Promise<readonly [string, string]> {
    const [one, two] = [new Wallet(), new Wallet()]
    for (const { address, mnemonic } of [one, two]) {
      const gift = { from_address: this.#reader.address, to_address: address, amount: FUNDS }
      const tx = await this.#reader.client.tx.bank.send(gift, QUICK)
      if (tx.code !== 0) throw new Error(tx.rawLog)
      const owner = new Stranger(this.#devnet, mnemonic)
      const made = async (label: string) =>
        (await ProbeInstance.create(owner, this.#code, `${address} ${label}`)).address
      this.#probes.set(address, {
        probe: await made('first'),
        secondProbe: await made('second'),
        thirdProbe: await made('third'),
      })
    }
    return [one.mnemonic, two.mnemonic]
  }

  async of(me: string, other: string, label: string): Promise<Scene> {
    const probes = this.#probes.get(me)
    if (probes === undefined) throw new Error(`Nobody knows ${me}.`)
    const { words } = bech32.decode(me as `secret1${string}`)
    return {
      ...this.#shared,
      ...probes,
      me,
      other,
      label: `${me} ${label}`,
      ownValidator: bech32.encode('secretvaloper', words),
      consensusKey: base64.encode(createHash('sha256').update(me).digest()),
      unbondingHeight: await this.#unbondingHeightOf(me),
      ownProposal: await this.#newestProposalOf(me),
    }
  }

  async #unbondingHeightOf(me: string): Promise<string> {
    const { staking } = this.#reader.client.query
    const { unbonding_responses = [] } = await staking.delegatorUnbondingDelegations({ delegator_addr: me })
    return unbonding_responses[0]?.entries?.at(-1)?.creation_height ?? '0'
  }

  async #newestProposalOf(me: string): Promise<string> {
    const { proposals = [] } = await this.#reader.client.query.gov.proposals({})
    return proposals.filter(({ proposer }) => proposer === me).at(-1)?.id ?? '0'
  }
}
