/** Seconds since 1970 as `2026-11-24 00:00:00.5`, UTC, to the last digit; what no calendar has, as it is. */
export function momentOf(seconds: number): string {
  const date = new Date(Math.floor(seconds) * 1000)
  if (Number.isNaN(date.getTime())) return String(seconds)
  const [day, time] = date.toISOString().split('T')
  const part = seconds - Math.floor(seconds)
  const rest = part === 0 ? '' : part.toFixed(9).slice(1).replace(/0+$/, '')
  return `${day} ${time?.slice(0, 8)}${rest}`
}
