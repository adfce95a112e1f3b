import { createRegistry, type DescMessage } from '@bufbuild/protobuf'
import { file_abci } from './gen/abci_pb'
import { file_authz } from './gen/authz_pb'
import { file_bank } from './gen/bank_pb'
import { file_compute } from './gen/compute_pb'
import { file_distribution } from './gen/distribution_pb'
import { file_emergencybutton } from './gen/emergencybutton_pb'
import { file_feegrant } from './gen/feegrant_pb'
import { file_gov } from './gen/gov_pb'
import { file_gov_v1beta1 } from './gen/gov-v1beta1_pb'
import { file_ibc } from './gen/ibc_pb'
import { file_ibc_channel } from './gen/ibc-channel_pb'
import { file_keys } from './gen/keys_pb'
import { file_keys_ed25519 } from './gen/keys-ed25519_pb'
import { file_keys_multisig } from './gen/keys-multisig_pb'
import { file_mint } from './gen/mint_pb'
import { file_params } from './gen/params_pb'
import { file_slashing } from './gen/slashing_pb'
import { file_staking } from './gen/staking_pb'
import { file_upgrade } from './gen/upgrade_pb'
import { file_vesting } from './gen/vesting_pb'

/** Every type that the chain can find inside an Any. */
const REGISTRY = createRegistry(
  file_abci,
  file_authz,
  file_bank,
  file_compute,
  file_distribution,
  file_emergencybutton,
  file_feegrant,
  file_gov,
  file_gov_v1beta1,
  file_ibc,
  file_ibc_channel,
  file_keys,
  file_keys_ed25519,
  file_keys_multisig,
  file_mint,
  file_params,
  file_slashing,
  file_staking,
  file_upgrade,
  file_vesting,
)

/** The type under a URL such as `/cosmos.bank.v1beta1.MsgSend`. */
export function findType(typeUrl: string): DescMessage | undefined {
  return typeUrl.startsWith('/') ? REGISTRY.getMessage(typeUrl.slice(1)) : undefined
}

/** All of those types. */
export function allTypes(): DescMessage[] {
  return [...REGISTRY].filter((type) => type.kind === 'message')
}

export function typeUrlOf(schema: DescMessage): string {
  return `/${schema.typeName}`
}
