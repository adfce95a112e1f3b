import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CHAINS } from '../src/chain/index'
import { manifestPaths, parseManifest } from './manifest-paths.mjs'

const text = readFileSync(fileURLToPath(new URL('../manifest.json', import.meta.url)), 'utf8')
const manifest = parseManifest(text)

describe('the manifest', () => {
  it('asks for the hosts of the built-in networks and loopback, and for no other', () => {
    // Match patterns carry no port: one pattern stands for all ports of its host.
    const wanted = CHAINS.flatMap(({ endpoints }) => endpoints).map((endpoint) => {
      const { protocol, hostname } = new URL(endpoint)
      return `${protocol}//${hostname}/*`
    })
    expect([...manifest.host_permissions].sort()).toEqual(
      [...new Set([...wanted, 'http://127.0.0.1/*'])].sort(),
    )
  })

  it('names each file once', () => {
    const paths = manifestPaths(manifest)
    expect(paths).toEqual([...new Set(paths)])
    expect(paths).toEqual(expect.arrayContaining(['background.js', 'relay.js', 'provider.js', 'popup.html']))
  })

  it('asks for these powers and no others', () => {
    expect(JSON.parse(text).permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'alarms',
      'idle',
      'sidePanel',
    ])
  })

  it('gives pages nothing to load or to call', () => {
    const given = Object.keys(JSON.parse(text))
    expect(given).not.toContain('web_accessible_resources')
    expect(given).not.toContain('externally_connectable')
  })
})
