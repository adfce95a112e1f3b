// @ts-check
// Draws src/icons/icon-*.png from src/icons/sotto.svg. Run by hand after the drawing changed; the pictures are committed.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { ensureChromium } from './setup.mjs'

const folder = fileURLToPath(new URL('../src/icons/', import.meta.url))
const svg = readFileSync(`${folder}sotto.svg`).toString('base64')
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}"></body>`,
  )
  writeFileSync(`${folder}icon-${size}.png`, await page.screenshot({ omitBackground: true }))
}
await browser.close()
