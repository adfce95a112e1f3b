import type { ReactNode } from 'react'
import css from './loading-screen.module.css'
import { Waiting } from './parts/waiting'

/** Blank paper at first; pale lines when the background takes its time. */
export function LoadingScreen(): ReactNode {
  return (
    <main className={css['screen']}>
      <h1 className={css['title']}>Opening Sotto</h1>
      <Waiting label="Opening Sotto" lines={3} />
    </main>
  )
}
