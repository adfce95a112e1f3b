// What the compiler needs to make objects. Every call of a contract has a memory of its own, so nothing is ever freed.
// The compiler's own runtimes have values that a start function must compute, and the enclave refuses start functions.

let end: usize = 0

@global @unsafe
function __alloc(size: usize): usize {
  if (end === 0) end = __heap_base
  const start = (end + 15) & ~15
  end = start + size
  if (end < start) unreachable()
  const missing = <i32>((end + 0xffff) >>> 16) - memory.size()
  if (missing > 0 && memory.grow(missing) < 0) unreachable()
  return start
}

@global @unsafe
function __realloc(block: usize, size: usize): usize {
  const moved = __alloc(size)
  memory.copy(moved, block, size)
  return moved
}

@global @unsafe
function __free(block: usize): void {}

/** Objects have 16 bytes in front, of which the last eight are their class and their size. */
@global @unsafe
function __new(size: usize, id: u32): usize {
  const object = __alloc(16 + size) + 16
  store<u32>(object - 8, id)
  store<u32>(object - 4, <u32>size)
  return object
}

@global @unsafe
function __renew(object: usize, size: usize): usize {
  const oldSize = load<u32>(object - 4)
  if (size <= oldSize) {
    store<u32>(object - 4, <u32>size)
    return object
  }
  const moved = __new(size, load<u32>(object - 8))
  memory.copy(moved, object, oldSize)
  return moved
}

@global @unsafe
function __link(parent: usize, child: usize, expectMultiple: bool): void {}

@global @unsafe
function __pin(object: usize): usize {
  return object
}

@global @unsafe
function __unpin(object: usize): void {}

@global @unsafe
function __visit(object: usize, cookie: u32): void {}

@global @unsafe
function __collect(): void {}
