import type { AuditChange, AuditValue } from '@kinwise/api-client/schema';
import { type Day, dayAt, parseDay } from '@kinwise/core/days';
import { formatDay, formatMoney, formatTime, type FormatLocale } from '@kinwise/core/format';
import { i18n } from '@lingui/core';
import { instantMs } from '../../../clock.ts';

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
  return known()[`${field} ${text}`] ?? text;
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

/** The few words of the server that people have others for. */
function known(): Readonly<Record<string, string>> {
  return {
    'type expense': i18n._('Expense'),
    'type income': i18n._('Income'),
    'type transfer': i18n._('Transfer'),
    'status pending': i18n._('Pending'),
    'status completed': i18n._('Completed'),
    'status failed': i18n._('Failed'),
    'status cancelled': i18n._('Cancelled'),
    'status open': i18n._('Open'),
    'status closed': i18n._('Closed'),
    'status revoked': i18n._('Taken back'),
    'status accepted': i18n._('Accepted'),
    'status expired': i18n._('Has run out'),
    'role admin': i18n._('Admin'),
    'role parent': i18n._('Parent'),
    'role teen': i18n._('Teen'),
    'role child': i18n._('Child'),
    'role flatmate': i18n._('Flatmate'),
    'role observer': i18n._('Observer'),
    'source manual': i18n._('Entered by hand'),
    'source import': i18n._('From a bank file'),
    'pay_cycle weekly': i18n._('Weekly'),
    'pay_cycle fortnightly': i18n._('Fortnightly'),
    'pay_cycle monthly': i18n._('Monthly'),
    'kind expense': i18n._('Expense'),
    'kind income': i18n._('Income'),
    'kind both': i18n._('Both'),
  };
}
