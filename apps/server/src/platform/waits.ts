/** How long somebody has to wait, as one says it: nobody reckons with 2790 seconds, or with 1440 minutes. Never too short. */
export function spoken(seconds: number): string {
  if (seconds === 1) return '1 second';
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
