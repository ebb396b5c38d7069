/** `7 h 59 min`, `45 min`, `3 days`; `expired` where it is over. */
export function timeLeft(until: Date, now: Date): string {
  const left = until.getTime() - now.getTime();
  if (left <= 0) return "expired";
  if (left < 60_000) return "less than a minute";
  const minutes = Math.round(left / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 72
    ? `${hours} h ${minutes % 60} min`
    : `${Math.floor(hours / 24)} days`;
}
