import { formatMonth } from '@kinwise/core/format';
import { monthOf } from '@kinwise/core/days';
import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Ellipsis, Shapes } from 'lucide-react';
import { useMemo } from 'react';
import { useHousehold } from '../../../shell/household.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { CategoryBars } from '../../../ui/charts/category-bars.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { SkeletonRows } from '../../../ui/states.tsx';
import { wireOf } from '../../ledger/parts/amounts.ts';
import { categoryIcon, colourOf } from '../../ledger/parts/category-icon.ts';
import { useLedgerFacts } from '../../ledger/parts/facts.ts';
import { useToHousehold } from '../../ledger/parts/household-money.ts';
import { type CategorySum, largest, spendingByCategory } from './spending.ts';
import type { TodayFigures } from './use-today.ts';

const SHOWN = 7;
const REST = 'rest';

/** Where this month's money has gone so far; each bar leads to the entries behind it. */
export function MonthCard({ figures }: { figures: TodayFigures }) {
  const facts = useLedgerFacts();
  const toHousehold = useToHousehold();
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { currency } = useHousehold();
  const { month, complete } = figures;
  const { rows, rest } = useMemo(
    () => largest(spendingByCategory(month.entries, { currency, toHousehold }), SHOWN),
    [month.entries, currency, toHousehold],
  );
  const bar = (sum: CategorySum, id: string) => {
    const category = facts.categories.get(sum.category_id ?? '');
    const colour = colourOf(category?.colour);
    return {
      id,
      name:
        id === REST ? i18n._('Everything else') : (facts.nameOf(sum.category_id) ?? i18n._('No category')),
      icon: id === REST ? Ellipsis : category ? categoryIcon(category.icon) : Shapes,
      amount: wireOf(-sum.minor, currency),
      share: sum.share,
      ...(colour && { colour }),
    };
  };
  const bars = rows.map((sum) => bar(sum, sum.category_id ?? 'none'));
  if (rest) bars.push(bar(rest, REST));
  return (
    <Card>
      <CardHeader
        title={i18n._('Spent in {month}', { month: formatMonth(monthOf(month.from), locale, 'name') })}
        aside={
          <Link
            to={'/transactions' as string}
            search={{ type: 'expense', from: month.from } as never}
            className="-my-3.5 inline-flex min-h-11 items-center font-semibold text-brand-text hover:underline"
          >
            {i18n._('All entries')}
          </Link>
        }
      />
      {bars.length > 0 ? (
        <CategoryBars
          rows={bars}
          currency={currency}
          renderName={(row) =>
            row.id === REST ? (
              row.name
            ) : (
              <Link
                to={'/transactions' as string}
                search={searchOf(row.id, month.from) as never}
                className="hover:underline"
              >
                {row.name}
              </Link>
            )
          }
        />
      ) : complete ? (
        <p className="py-6 text-center text-ink-3">{i18n._('Nothing has been spent this month.')}</p>
      ) : (
        <SkeletonRows rows={SHOWN} />
      )}
    </Card>
  );
}

function searchOf(category: string, from: string): Record<string, unknown> {
  return category === 'none'
    ? { uncategorised: true, type: 'expense', from }
    : { category_id: category, from };
}
