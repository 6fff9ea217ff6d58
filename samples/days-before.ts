/** So many days ago, at that hour and twelve minutes (UTC): the sample merchant's past. */
export function daysBefore(now: Date, days: number, hour = 9): Date {
  const day = new Date(now.getTime() - days * 86_400_000)
  day.setUTCHours(hour, 12, 0, 0)
  return day
}
