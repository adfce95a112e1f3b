import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'devnet/**/*.test.ts', 'scripts/**/*.test.ts', 'demo/**/*.test.ts'],
    testTimeout: 20_000,
    maxWorkers: 2,
  },
})
