// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { lazyScreen } from './lazy-screen'

afterEach(cleanup)

const Hello = ({ name }: { name: string }): ReactNode => <h1>Hello {name}</h1>

class Caught extends Component<{ children: ReactNode }, { message: string | undefined }> {
  override state = { message: undefined }

  static getDerivedStateFromError({ message }: Error): { message: string } {
    return { message }
  }

  override render(): ReactNode {
    return this.state.message === undefined ? this.props.children : <p role="alert">{this.state.message}</p>
  }
}

describe('a lazy screen', () => {
  it('shows that Sotto opens, then the screen, and loads once', async () => {
    let loads = 0
    const Lazy = lazyScreen(async () => {
      loads += 1
      return Hello
    })
    render(<Lazy name="Ada" />)
    expect(screen.getByRole('heading', { name: 'Opening Sotto' })).toBeDefined()
    expect(await screen.findByRole('heading', { name: 'Hello Ada' })).toBeDefined()
    render(<Lazy name="Bob" />)
    expect(screen.getByRole('heading', { name: 'Hello Bob' })).toBeDefined()
    expect(loads).toBe(1)
  })

  it('is there at once when it was asked for before', async () => {
    const Lazy = lazyScreen(async () => Hello)
    await Lazy.preload()
    render(<Lazy name="Ada" />)
    expect(screen.getByRole('heading', { name: 'Hello Ada' })).toBeDefined()
  })

  it('hands a part that cannot be loaded to whoever shows errors', async () => {
    const Lazy = lazyScreen<{ name: string }>(() => Promise.reject(new TypeError('gone')))
    render(
      <Caught>
        <Lazy name="Ada" />
      </Caught>,
    )
    expect((await screen.findByRole('alert')).textContent).toBe('A part of Sotto could not be loaded.')
  })
})
