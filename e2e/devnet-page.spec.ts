import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from './world'

const ROOT = join(import.meta.dirname, '..')

/** The page that docs/devnet.md gives, as a file that a newcomer saved and opened. */
test('the page of docs/devnet.md shows a decrypted answer', async ({ sotto, devnet }) => {
  const docs = await readFile(join(ROOT, 'docs/devnet.md'), 'utf8')
  const html = /^```html hello\.html\n([\s\S]*?)^```$/m.exec(docs)?.[1] ?? ''
  const folder = await mkdtemp(join(ROOT, '.cache/page-'))
  try {
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    await writeFile(join(folder, 'hello.html'), html.replaceAll('http://127.0.0.1:1317', devnet.lcdUrl))
    const page = await sotto.context.newPage()
    await page.goto(pathToFileURL(join(folder, 'hello.html')).href)
    await expect(page.locator('#answer')).toHaveText('Secret SCRT (SSCRT)')
    expect(docs).toContain('It shows `Secret SCRT (SSCRT)`')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
