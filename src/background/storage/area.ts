/** One storage area. Values are JSON; absent is `undefined`. */
export interface Area {
  read(name: string): Promise<unknown>
  write(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
  names(): Promise<readonly string[]>
}
