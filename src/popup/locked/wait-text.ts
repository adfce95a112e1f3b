/** How long to wait after wrong passwords, as a sentence. */
export function waitText(seconds: number): string {
  return `Wait ${duration(seconds)} before the next attempt. Wrong passwords make the wait longer.`
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  const rest = seconds % 60
  return rest === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${rest} s`
}
