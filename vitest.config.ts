import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'devnet/**/*.test.ts',
      'scripts/**/*.test.ts',
      'demo/**/*.test.ts',
      'conformance/**/*.test.ts',
    ],
    // Some tests derive keys at their real cost, on machines that do other things too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Compiled once here, so that no two workers compile the test contracts at the same time.
    globalSetup: ['devnet/test-contracts/build-contracts.setup.ts'],
    maxWorkers: 2,
  },
})
