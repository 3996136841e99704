import type { Organisation } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import type { Month } from '@kinwise/core/days';
import { type FormatLocale, formatMonth } from '@kinwise/core/format';

type Tier = Organisation['tier'];

export const TIERS = ['small', 'medium', 'large'] as const satisfies readonly Tier[];

export function tierName(tier: Tier): string {
  const names: Record<Tier, string> = {
    small: i18n._('Small'),
    medium: i18n._('Medium'),
    large: i18n._('Large'),
  };
  return names[tier];
}

/** `04-01` as `1 April`. */
export function yearStartWords(start: string, locale: FormatLocale): string {
  const [month = '01', day = '01'] = start.split('-');
  return `${Number(day)} ${monthName(month, locale)}`;
}

/** The months by their numbers, `01` and on. */
export function monthChoices(locale: FormatLocale) {
  return Array.from({ length: 12 }, (_, index) => {
    const value = String(index + 1).padStart(2, '0');
    return { value, label: monthName(value, locale) };
  });
}

function monthName(month: string, locale: FormatLocale): string {
  return formatMonth(`2000-${month}` as Month, locale, 'name');
}
