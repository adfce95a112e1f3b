export interface JsonToken {
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'sign' | 'space'
  readonly text: string
}

const TOKEN =
  /(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>true|false|null)|(?<sign>[{}[\],:])|(?<blank>[ \t\r\n]+)/y

/**
 * Sets JSON text in lines, changing nothing but the white space between its parts: numbers keep every digit, doubled keys
 * stay doubled. Undefined when the text is not JSON.
 */
export function layJson(text: string): readonly JsonToken[] | undefined {
  if (!isJson(text)) return undefined
  const parts = [...scan(text)]
  const laid: JsonToken[] = []
  let depth = 0
  parts.forEach((part, index) => {
    const next = parts[index + 1]?.text
    const before = parts[index - 1]?.text
    if (part.text === '}' || part.text === ']') {
      depth -= 1
      if (before !== '{' && before !== '[') laid.push(newLine(depth))
    }
    laid.push(part.kind === 'string' && next === ':' ? { kind: 'key', text: part.text } : part)
    if (part.text === ':') laid.push({ kind: 'space', text: ' ' })
    if (part.text === ',') laid.push(newLine(depth))
    if (part.text === '{' || part.text === '[') {
      depth += 1
      if (next !== '}' && next !== ']') laid.push(newLine(depth))
    }
  })
  return laid
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

function* scan(text: string): Generator<JsonToken> {
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const { string, number, word, sign } = match.groups ?? {}
    if (string !== undefined) yield { kind: 'string', text: string }
    else if (number !== undefined) yield { kind: 'number', text: number }
    else if (word !== undefined) yield { kind: 'word', text: word }
    else if (sign !== undefined) yield { kind: 'sign', text: sign }
  }
}

function newLine(depth: number): JsonToken {
  return { kind: 'space', text: `\n${'  '.repeat(Math.min(depth, 12))}` }
}
