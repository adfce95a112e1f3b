import { lazyScreen } from './lazy-screen'

export const ApprovalQueue = lazyScreen(
  async () => (await import('./approvals/approval-queue')).ApprovalQueue,
)

export const Onboarding = lazyScreen(async () => (await import('./onboarding/onboarding')).Onboarding)

export const BackupPhraseScreen = lazyScreen(
  async () => (await import('./backup-phrase/backup-phrase-screen')).BackupPhraseScreen,
)

export const FoundAccountsScreen = lazyScreen(
  async () => (await import('./found-accounts/found-accounts-screen')).FoundAccountsScreen,
)

export const ForgetWalletScreen = lazyScreen(
  async () => (await import('./forget/forget-wallet-screen')).ForgetWalletScreen,
)
