import type { Import } from '@kinwise/api-client/schema';
import { formatCount } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { TriangleAlert } from 'lucide-react';
import { Card } from '../../../ui/card.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { type Figure, Figures, LargeFigures, useFigures } from './figures.tsx';

/** What was read, in a few figures, with what the reader was in doubt about. */
export function SummaryCard({ one }: { one: Import }) {
  const { i18n } = useLingui();
  const figures = useFigures();
  const several = one.by_currency.length > 1;
  return (
    <Card flush className="overflow-hidden">
      <LargeFigures figures={useSummary(one)} />
      {several && (
        <div className="space-y-4 border-t border-line px-5 py-4">
          {one.by_currency.map((sums) => (
            <Figures
              key={sums.currency}
              label={i18n._('In {currency}', { currency: sums.currency })}
              figures={[
                figures.count(i18n._('Rows in {currency}', { currency: sums.currency }), sums.counts.total),
                ...figures.money(sums),
              ]}
            />
          ))}
        </div>
      )}
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

/** Where the amounts are in several currencies they make no sum: each has its own below. */
function useSummary(one: Import): Figure[] {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const figures = useFigures();
  const left = one.counts.total - one.counts.included;
  const rows = {
    ...figures.count(i18n._('Rows read'), one.counts.total),
    ...(left > 0 && { note: i18n._('{count} left out', { count: formatCount(left, locale) }) }),
  };
  if (one.currency === null)
    return [rows, figures.count(i18n._('Statements'), one.statements.length), figures.days(one)];
  return [rows, ...figures.money(one), figures.days(one)];
}
