import { create } from 'qrcode'
import { type ReactNode, useMemo } from 'react'
import css from './qr-picture.module.css'

const MARGIN = 2

/** A QR code as one path; dark on light in both themes, because readers want it so. */
export function QrPicture({ text }: { text: string }): ReactNode {
  const { size, path } = useMemo(() => drawCode(text), [text])
  const side = size + 2 * MARGIN
  return (
    <svg
      className={css['code']}
      viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR code of the address"
    >
      <path className={css['dark']} d={path} />
    </svg>
  )
}

function drawCode(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
    }
  }
  return { size: modules.size, path }
}
