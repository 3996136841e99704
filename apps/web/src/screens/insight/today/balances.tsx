import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { useHousehold } from '../../../shell/household.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { Money } from '../../../ui/money.tsx';
import { KIND_ICONS } from '../../ledger/accounts/kinds.ts';
import { wireOf } from '../../ledger/parts/amounts.ts';
import type { TodayFigures } from './use-today.ts';

const SHOWN = 5;

/** The first accounts, and what all of them come to. */
export function Balances({ figures }: { figures: TodayFigures }) {
  const { i18n } = useLingui();
  const { currency } = useHousehold();
  const open = figures.accounts.filter((account) => account.status !== 'closed');
  return (
    <Card flush className="overflow-hidden">
      <CardHeader
        title={i18n._('Balances')}
        className="mb-1 px-5 pt-4"
        aside={
          <Link
            to={'/accounts' as string}
            className="-my-3.5 inline-flex min-h-11 items-center font-semibold text-brand-text hover:underline"
          >
            {i18n._('All accounts')}
          </Link>
        }
      />
      <ul>
        {open.slice(0, SHOWN).map((account) => (
          <li key={account.id}>
            <Link
              to={'/accounts/$id' as string}
              params={{ id: account.id } as never}
              className="flex min-h-12 items-center gap-3 px-5 py-1.5 outline-offset-[-2px] hover:bg-sunk/60"
            >
              <IconTile icon={KIND_ICONS[account.kind]} size="small" />
              <span className="min-w-0 flex-1 truncate">{account.name}</span>
              <Money amount={account.balance} currency={account.currency} className="font-medium" />
            </Link>
          </li>
        ))}
      </ul>
      <dl className="mt-1 space-y-1 border-t border-line px-5 py-3 text-sm">
        <Line name={i18n._('Savings and investments')} minor={figures.savings} />
        {figures.debt !== 0n && <Line name={i18n._('Owed')} minor={figures.debt} />}
        <div className="flex justify-between gap-3 pt-1 text-body font-semibold">
          <dt>{i18n._('Net worth')}</dt>
          <dd>
            <Money amount={wireOf(figures.worth, currency)} currency={currency} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

function Line({ name, minor }: { name: string; minor: bigint }) {
  const { currency } = useHousehold();
  return (
    <div className="flex justify-between gap-3 text-ink-2">
      <dt>{name}</dt>
      <dd>
        <Money amount={wireOf(minor, currency)} currency={currency} />
      </dd>
    </div>
  );
}
