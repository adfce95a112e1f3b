/** A worker that can be killed between any two things it asks of the browser: after that nothing of it goes on. */
import type { Deps } from './platform'
import type { Area } from './storage/area'

export interface MortalPorts {
  readonly deps: Deps
  kill(): void
  /** Lets so many more calls through and dies at the next one; resolves when it has died. */
  dieAfter(calls: number): Promise<void>
}

const NEVER: Promise<never> = new Promise(() => undefined)

export function mortalPorts(ports: Deps): MortalPorts {
  let left = Number.POSITIVE_INFINITY
  let died = (): void => undefined

  const guard =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      left -= 1
      if (left < 0) {
        died()
        return await NEVER
      }
      const result = await call(...args)
      return left < 0 ? await NEVER : result
    }

  const area = (owner: Area): Area => ({
    read: guard((name) => owner.read(name)),
    write: guard((name, value) => owner.write(name, value)),
    remove: guard((name) => owner.remove(name)),
    names: guard(() => owner.names()),
  })

  const { storage, alarms, windows, tabs } = ports
  return {
    deps: {
      ...ports,
      storage: {
        local: area(storage.local),
        session: area(storage.session),
        second: area(storage.second),
      },
      alarms: { set: guard(alarms.set), clear: guard(alarms.clear) },
      windows: { open: guard(windows.open), focus: guard(windows.focus), close: guard(windows.close) },
      tabs: { open: guard(tabs.open), send: guard(tabs.send) },
      fetch: guard(ports.fetch),
      after: (milliseconds, callback) =>
        ports.after(milliseconds, () => {
          if (left >= 0) callback()
        }),
    },
    kill() {
      left = -1
    },
    dieAfter(calls) {
      left = calls
      return new Promise((resolve) => {
        died = resolve
      })
    },
  }
}
