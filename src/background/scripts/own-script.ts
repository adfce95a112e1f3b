import { type OwnScript, scriptScope } from './script-scope'

interface ScriptPolicy {
  createScriptURL(name: OwnScript): unknown
}

const scope = scriptScope as typeof scriptScope & {
  /** Only a service worker has it; an event page has every script from the start. */
  importScripts?: (file: unknown) => void
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(name: OwnScript): string }): ScriptPolicy
  }
}

/** The extension's policy lets no text name a script; this one rule names our own ones, whatever it is asked for. */
const policy = scope.trustedTypes?.createPolicy('sotto-scripts', {
  createScriptURL: (name) => (name === 'argon2' ? 'argon2.js' : 'words.js'),
})

/** What a script of ours exports, loaded when it is first asked for. Throws when the extension's files are not whole. */
export function ownScript<Exports>(name: OwnScript): () => Exports {
  const load = (): Exports => {
    if (scope.sottoScripts?.[name] === undefined) scope.importScripts?.(policy?.createScriptURL(name))
    const found = scope.sottoScripts?.[name]
    if (found === undefined) throw new Error(`The script ${name}.js is missing.`)
    return found as Exports
  }
  // A service worker may load later only what it loaded while it was installed.
  scope.addEventListener('install', () => void load())
  return load
}
