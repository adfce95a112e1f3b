/* A block is four big-endian 32-bit words. Written out without loops: these run once for every 16 bytes. */

/** Doubles a block in GF(2^128), in place. RFC 4493 section 2.3, RFC 5297 section 2.3. */
export function doubleBlock(block: Int32Array): void {
  const [a = 0, b = 0, c = 0, d = 0] = block
  block[0] = (a << 1) | (b >>> 31)
  block[1] = (b << 1) | (c >>> 31)
  block[2] = (c << 1) | (d >>> 31)
  block[3] = (d << 1) ^ (a < 0 ? 0x87 : 0)
}

/** Adds the 16 bytes at `position` into a block. */
export function xorBlocks(block: Int32Array, view: DataView, position: number): void {
  block[0] = (block[0] ?? 0) ^ view.getInt32(position)
  block[1] = (block[1] ?? 0) ^ view.getInt32(position + 4)
  block[2] = (block[2] ?? 0) ^ view.getInt32(position + 8)
  block[3] = (block[3] ?? 0) ^ view.getInt32(position + 12)
}

/** Adds a block into the 16 bytes at `position`. */
export function xorBlockInto(bytes: Uint8Array, position: number, block: Int32Array): void {
  xorBlockIntoView(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), position, block)
}

/** As `xorBlockInto`, for callers that keep a view. */
export function xorBlockIntoView(view: DataView, position: number, block: Int32Array): void {
  view.setInt32(position, view.getInt32(position) ^ (block[0] ?? 0))
  view.setInt32(position + 4, view.getInt32(position + 4) ^ (block[1] ?? 0))
  view.setInt32(position + 8, view.getInt32(position + 8) ^ (block[2] ?? 0))
  view.setInt32(position + 12, view.getInt32(position + 12) ^ (block[3] ?? 0))
}
