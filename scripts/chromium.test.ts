import { describe, expect, it } from 'vitest'
import { lookUpChromium, type Surroundings } from './chromium.mjs'
import { hasDisplay } from './open-browser.mjs'

function machine(files: string[], more: Partial<Surroundings> = {}): Surroundings {
  return {
    env: { PATH: '/opt/bin:/usr/bin' },
    platform: 'linux',
    home: '/home/ada',
    isFile: (path) => files.includes(path),
    isFolder: () => false,
    playwrightPath: () => {
      throw new Error('not installed')
    },
    ...more,
  }
}

describe('lookUpChromium', () => {
  it('takes the one that is named', () => {
    const at = machine(['/mine', '/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/mine' } })
    expect(lookUpChromium(at)).toEqual({ kind: 'found', path: '/mine' })
  })

  it('does not silently take another one than the one that is named', () => {
    const at = machine(['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/gone' } })
    expect(lookUpChromium(at)).toEqual({
      kind: 'missing',
      tried: ['CHROMIUM_PATH=/gone (no such file)'],
      mayInstall: false,
    })
  })

  it("takes Playwright's own before the system's", () => {
    const at = machine(['/pw/chrome', '/usr/bin/chromium'], {
      isFolder: (path) => path === '/home/ada/.cache/ms-playwright',
      playwrightPath: () => '/pw/chrome',
    })
    expect(lookUpChromium(at)).toEqual({ kind: 'found', path: '/pw/chrome' })
  })

  it('looks in the usual places and then on PATH', () => {
    expect(lookUpChromium(machine(['/snap/bin/chromium']))).toEqual({
      kind: 'found',
      path: '/snap/bin/chromium',
    })
    expect(lookUpChromium(machine(['/opt/bin/chromium']))).toEqual({
      kind: 'found',
      path: '/opt/bin/chromium',
    })
    const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium'
    expect(lookUpChromium(machine([mac], { platform: 'darwin' }))).toEqual({ kind: 'found', path: mac })
  })

  it('tells everything it tried, each place once', () => {
    const answer = lookUpChromium(machine([]))
    if (answer.kind !== 'missing') throw new Error('found one in an empty machine')
    expect(answer.mayInstall).toBe(true)
    expect(answer.tried).toEqual([
      'CHROMIUM_PATH (not set)',
      "Playwright's own (/home/ada/.cache/ms-playwright does not exist)",
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/lib/chromium/chromium',
      '/snap/bin/chromium',
      'chromium, chromium-browser, ungoogled-chromium on PATH',
    ])
  })
})

describe('hasDisplay', () => {
  it('is a question on Linux only', () => {
    expect(hasDisplay('darwin', {})).toBe(true)
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  })
})
