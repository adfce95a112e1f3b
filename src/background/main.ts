import browser from 'webextension-polyfill'
import { DEFAULT_KDF, randomBytes } from '../crypto/index'
import { browserPorts, registerListeners } from './platform'
import { databaseArea } from './storage/database-area'
import { type Background, createBackground } from './wiring'

let background: Background | undefined

function made(): Background {
  background ??= createBackground({
    ...browserPorts(browser, databaseArea()),
    fetch: (input, init) => fetch(input, init),
    clock: () => Date.now(),
    random: randomBytes,
    kdf: DEFAULT_KDF,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  return background
}

registerListeners(browser, made)
made().wake()
