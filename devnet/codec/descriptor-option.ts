import {
  type DescExtension,
  type DescField,
  type DescMessage,
  type ExtensionValueShape,
  getOption as parseOption,
} from '@bufbuild/protobuf'

const KNOWN = new WeakMap<DescField | DescMessage, Map<DescExtension, unknown>>()

/** What a definition says of a message or a member, which the library would parse anew each time it is asked. */
export function getOption<E extends DescExtension>(
  of: DescField | DescMessage,
  option: E,
): ExtensionValueShape<E> {
  const known = KNOWN.get(of) ?? new Map<DescExtension, unknown>()
  KNOWN.set(of, known)
  if (!known.has(option)) known.set(option, parseOption(of as never, option))
  return known.get(option) as ExtensionValueShape<E>
}
