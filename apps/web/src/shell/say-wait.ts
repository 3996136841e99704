import { i18n } from '@lingui/core';

type Wait = { readonly unit: 'second' | 'minute' | 'hour'; readonly count: number };

/** How long somebody has to wait, as people say it. */
export function sayWait(ms: number): string {
  const { unit, count } = waitOf(ms);
  if (unit === 'second') return i18n._('{count, plural, one {# second} other {# seconds}}', { count });
  if (unit === 'minute') return i18n._('{count, plural, one {# minute} other {# minutes}}', { count });
  return i18n._('{count, plural, one {# hour} other {# hours}}', { count });
}

/** A round time, never shorter than the true one. */
export function waitOf(ms: number): Wait {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds <= 90) return { unit: 'second', count: seconds };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return { unit: 'minute', count: minutes };
  return { unit: 'hour', count: Math.ceil(minutes / 60) };
}
