import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'devnet/**/*.test.ts', 'scripts/**/*.test.ts', 'demo/**/*.test.ts'],
    // Some tests derive keys at their real cost, on machines that do other things too.
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})
