import { lazyScreen } from './lazy-screen'

export const ApprovalQueue = lazyScreen(
  async () => (await import('./approvals/approval-queue')).ApprovalQueue,
)

export const Onboarding = lazyScreen(async () => (await import('./onboarding/onboarding')).Onboarding)
