import type { AuditChange, AuditValue } from '@kinwise/api-client/schema';
import { type Day, dayAt, parseDay } from '@kinwise/core/days';
import { formatDay, formatMoney, formatTime, type FormatLocale } from '@kinwise/core/format';
import { i18n } from '@lingui/core';
import { instantMs } from '../../../clock.ts';
import { codeWords } from './code-words.ts';

export type Side = 'before' | 'after';
type Place = { readonly locale: FormatLocale; readonly time_zone: string; readonly today: Day };

/** What a side of a change was, in words: money with its symbol, days as people write them, names for ids. */
export function sideWords(change: AuditChange, side: Side, place: Place): string {
  if (side === 'before' ? change.before_varies : change.after_varies) return i18n._('various');
  const value = change[side];
  return value ? valueWords(change, value, place) : nothingWords(change.kind);
}

function valueWords(change: AuditChange, value: AuditValue, place: Place): string {
  const { currency } = change;
  if (value.things) return value.things.map(({ name }) => name ?? i18n._('one you do not see')).join(', ');
  if (value.parts) {
    return value.parts
      .map(({ category, member, amount }) => {
        const whose = [category, member].filter(Boolean).join(', ');
        return [whose, money(amount, currency, place.locale)].filter(Boolean).join(' ');
      })
      .join(' · ');
  }
  return typeof value.text === 'string' ? textWords(change, value.text, place) : i18n._('changed');
}

function textWords({ kind, currency, field }: AuditChange, text: string, place: Place): string {
  const on = kind === 'day' ? parseDay(text) : undefined;
  if (on) return dayWords(on, place);
  if (kind === 'instant') {
    const ms = instantMs(text);
    return `${dayWords(dayAt(ms, place.time_zone), place)}, ${formatTime(ms, place.time_zone, place.locale)}`;
  }
  if (kind === 'money') return money(text, currency, place.locale);
  if (kind === 'flag' || kind === 'present') return text === 'true' ? i18n._('yes') : i18n._('no');
  return codeWords(field, text) ?? text;
}

function dayWords(on: Day, { locale, today }: Place): string {
  return formatDay(on, 'medium', { ...locale, today });
}

function money(amount: string, currency: string | null, locale: FormatLocale): string {
  return currency === null ? amount : formatMoney({ amount, currency }, locale);
}

function nothingWords(kind: AuditChange['kind']): string {
  return kind === 'present' || kind === 'flag' ? i18n._('no') : i18n._('nothing');
}
