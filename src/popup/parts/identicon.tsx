import { type ReactNode, useId } from 'react'
import { markOf, type Tile } from './identicon-tiles'

interface IdenticonProps {
  readonly text: string
  readonly size: number
  /** Accounts are squares, contracts are discs. */
  readonly shape?: 'square' | 'disc'
}

const QUARTER: Record<Tile, (x: number, y: number) => string> = {
  none: () => '',
  full: (x, y) => `M${x} ${y}h10v10h-10z`,
  nw: (x, y) => `M${x} ${y}h10a10 10 0 0 1-10 10z`,
  ne: (x, y) => `M${x} ${y}h10v10a10 10 0 0 1-10-10z`,
  sw: (x, y) => `M${x} ${y}a10 10 0 0 1 10 10h-10z`,
  se: (x, y) => `M${x + 10} ${y}v10h-10a10 10 0 0 1 10-10z`,
}

const MIRROR: Record<Tile, Tile> = { none: 'none', full: 'full', nw: 'ne', ne: 'nw', sw: 'se', se: 'sw' }

/** The mark of an address, drawn here from its letters; decoration beside the address, never instead of it. */
export function Identicon({ text, size, shape = 'square' }: IdenticonProps): ReactNode {
  const clip = useId()
  const { hue, rows } = markOf(text)
  const path = rows
    .flatMap(([outer, inner], row) => [
      QUARTER[outer](0, row * 10),
      QUARTER[inner](10, row * 10),
      QUARTER[MIRROR[inner]](20, row * 10),
      QUARTER[MIRROR[outer]](30, row * 10),
    ])
    .join('')
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <clipPath id={clip}>
        <rect width="40" height="40" rx={shape === 'disc' ? 20 : 9} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="40" height="40" fill={`oklch(0.36 0.055 ${hue})`} />
        <path d={path} fill={`oklch(0.82 0.07 ${(hue + 35) % 360})`} />
      </g>
    </svg>
  )
}
