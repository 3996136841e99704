import type { ImportSums } from '@kinwise/api-client/schema';
import { formatCount, formatDay, formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useHousehold } from '../../../shell/household.ts';
import { cx } from '../../../ui/cx.ts';
import { useUiSettings } from '../../../ui/settings.tsx';

/** Something that a file or a statement holds, with what is worth saying beneath it. */
export type Figure = { readonly name: string; readonly value: string; readonly note?: string };

/** Figures side by side: in pairs on a phone, four in a row where there is room. */
export function Figures({ figures, label }: { figures: readonly Figure[]; label: string }) {
  return (
    <dl aria-label={label} className="grid grid-cols-2 gap-x-5 gap-y-3 sm:grid-cols-4">
      {figures.map((figure) => (
        <div key={figure.name} className="min-w-0">
          <dt className="text-sm text-ink-3">{figure.name}</dt>
          <dd className="kw-tnum font-medium">{figure.value}</dd>
          {figure.note && <dd className="text-sm text-ink-3">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** The same figures large, in cells that fill the card from edge to edge. */
export function LargeFigures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl
      className={cx(
        'grid grid-cols-2 gap-px bg-line',
        figures.length === 3 ? 'sm:grid-cols-3' : 'sm:grid-cols-3 lg:grid-cols-[1fr_1fr_1fr_1fr_1.5fr]',
      )}
    >
      {figures.map((figure, index) => (
        <div
          key={figure.name}
          className={cx(
            'bg-surface px-5 py-4',
            index === figures.length - 1 && 'max-sm:last:odd:col-span-2',
            figures.length === 5 && index === 4 && 'sm:max-lg:col-span-2',
          )}
        >
          <dt className="text-sm text-ink-3">{figure.name}</dt>
          <dd className="kw-tnum mt-0.5 font-display text-lg font-semibold tracking-[-0.02em]">
            {figure.value}
          </dd>
          {figure.note && <dd className="text-sm text-ink-2">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Writes what was counted and added up. Sums of several currencies are left out, as they mean nothing. */
export function useFigures() {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const days = ({ first_on, last_on }: ImportSums): string => {
    if (first_on === null || last_on === null) return '–';
    const last = formatDay(last_on, 'short', { ...locale, today });
    // Two days of one year share its number.
    return first_on === last_on
      ? last
      : `${formatDay(first_on, 'short', { ...locale, today: last_on })} – ${last}`;
  };
  return {
    count: (name: string, count: number): Figure => ({ name, value: formatCount(count, locale) }),
    days: (sums: ImportSums): Figure => ({ name: i18n._('Days'), value: days(sums) }),
    money: ({ sum, sum_in, sum_out, currency }: ImportSums): Figure[] => {
      if (currency === null) return [];
      const write = (amount: string, sign: 'never' | 'auto') =>
        formatMoney({ amount, currency }, locale, { sign });
      return [
        { name: i18n._('Money in'), value: write(sum_in, 'never') },
        { name: i18n._('Money out'), value: write(sum_out, 'never') },
        { name: i18n._('Sum'), value: write(sum, 'auto') },
      ];
    },
    balance: (name: string, amount: string, of: { currency: string; on: ImportSums['last_on'] }): Figure => ({
      name,
      value: formatMoney({ amount, currency: of.currency }, locale),
      ...(of.on && { note: formatDay(of.on, 'short', { ...locale, today }) }),
    }),
  };
}
