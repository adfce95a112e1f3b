import type { AminoMsg, Msg } from 'secretjs'

/** A message of that type and those bytes, for what secretjs cannot write. */
export function rawMessage(typeUrl: string, bytes: Uint8Array): Msg {
  return {
    toProto: async () => ({ type_url: typeUrl, value: bytes, encode: () => bytes }),
    toAmino: () => Promise.reject(new Error('This message has no older form here.')),
  }
}

/** The message with its older form as the network writes it, where secretjs writes another one. */
export function withAmino(message: Msg, amino: AminoMsg): Msg {
  return { toProto: (utils) => message.toProto(utils), toAmino: async () => amino }
}

/** The message under another type, for types that hold the same members. */
export function renamed(message: Msg, typeUrl: string): Msg {
  return {
    toProto: async (utils) => ({ ...(await message.toProto(utils)), type_url: typeUrl }),
    toAmino: (utils) => message.toAmino(utils),
  }
}

/** The message with further bytes behind its own. */
export function withMore(message: Msg, more: Uint8Array): Msg {
  return {
    async toProto(utils) {
      const proto = await message.toProto(utils)
      return { ...proto, encode: () => Uint8Array.from([...proto.encode(), ...more]) }
    },
    toAmino: (utils) => message.toAmino(utils),
  }
}
