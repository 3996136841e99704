import { i18n } from '@lingui/core';
import type { Choice } from '../../../ui/select.tsx';

const DAYS = [7, 30, 90, 180, 365];

/** How long a key may live, as far as this installation allows. */
export function daysChoices(most: number, preset?: number): Choice[] {
  const all = [...new Set([...DAYS, most, ...(preset === undefined ? [] : [preset])])];
  return all
    .filter((days) => days <= most)
    .sort((a, b) => a - b)
    .map((days) => ({
      value: String(days),
      label: i18n._('{days, plural, one {# day} other {# days}}', { days }),
    }));
}
