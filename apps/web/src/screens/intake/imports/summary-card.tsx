import type { Import } from '@kinwise/api-client/schema';
import { formatCount, formatDay, formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { TriangleAlert } from 'lucide-react';
import { useHousehold } from '../../../shell/household.ts';
import { Card } from '../../../ui/card.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';

/** What was read, in five figures, with what the reader was in doubt about. */
export function SummaryCard({ one }: { one: Import }) {
  const { i18n } = useLingui();
  const facts = useFacts(one);
  return (
    <Card flush>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card bg-line sm:grid-cols-4">
        {facts.map((fact) => (
          <div key={fact.name} className="bg-surface px-5 py-4">
            <dt className="text-sm text-ink-3">{fact.name}</dt>
            <dd className="kw-tnum mt-0.5 font-display text-lg font-semibold tracking-[-0.02em]">
              {fact.value}
            </dd>
            {fact.note && <dd className="text-sm text-ink-2">{fact.note}</dd>}
          </div>
        ))}
      </dl>
      {one.warnings.length > 0 && (
        <ul aria-label={i18n._('Please look at')} className="space-y-2 border-t border-line px-5 py-4">
          {one.warnings.map((warning, index) => (
            <li key={`${warning.code} ${index}`} className="flex gap-2.5 text-ink-2">
              <TriangleAlert aria-hidden size={17} className="mt-0.5 shrink-0 text-close-text" />
              <span>
                {warning.line !== undefined && (
                  <span className="font-semibold">{i18n._('Line {line}:', { line: warning.line })} </span>
                )}
                {warning.message}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type Fact = { readonly name: string; readonly value: string; readonly note?: string };

function useFacts(one: Import): Fact[] {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const { counts, currency } = one;
  const money = (amount: string) =>
    currency === null ? '–' : formatMoney({ amount, currency }, locale, { sign: 'never' });
  const day = (on: Import['first_on']) => (on === null ? '–' : formatDay(on, 'short', { ...locale, today }));
  const left = counts.total - counts.included;
  return [
    {
      name: i18n._('Rows read'),
      value: formatCount(counts.total, locale),
      ...(left > 0 && { note: i18n._('{count} left out', { count: formatCount(left, locale) }) }),
    },
    { name: i18n._('Money in'), value: money(one.sum_in) },
    { name: i18n._('Money out'), value: money(one.sum_out) },
    {
      name: i18n._('Days'),
      value: one.first_on === one.last_on ? day(one.first_on) : `${day(one.first_on)} – ${day(one.last_on)}`,
    },
  ];
}
