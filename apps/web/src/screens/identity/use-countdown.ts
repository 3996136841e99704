import { useEffect, useState } from 'react';
import { deviceClock } from '../../clock.ts';

/** Milliseconds until an instant, told anew every second; zero when it has come or there is none. */
export function useCountdown(untilMs: number | undefined): number {
  const [nowMs, setNowMs] = useState(deviceClock.now);
  useEffect(() => {
    if (untilMs === undefined) return;
    setNowMs(deviceClock.now());
    const timer = setInterval(() => setNowMs(deviceClock.now()), 1000);
    return () => clearInterval(timer);
  }, [untilMs]);
  return Math.max(0, (untilMs ?? 0) - nowMs);
}
