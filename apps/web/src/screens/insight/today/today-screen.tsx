import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { ReceiptText } from 'lucide-react';
import { useFirstLoad } from '../../../offline/hooks.tsx';
import { useTransactions } from '../../../offline/use-transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { useSomeone } from '../../../shell/session.ts';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';

export function TodayScreen() {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { me } = useSomeone();
  const { today } = useHousehold();
  const hello = (
    <>
      <span lang="mi">Kia ora</span>, {me.first_name}
    </>
  );
  return (
    <Page title={hello} note={formatDay(today, 'long', locale)}>
      <Card>
        <CardHeader title={i18n._('Latest')} />
        <Latest />
      </Card>
    </Page>
  );
}

function Latest() {
  const { i18n } = useLingui();
  const loading = useFirstLoad();
  const { count, rowAt } = useTransactions();
  if (count === undefined || (loading && count === 0)) return <SkeletonRows />;
  if (count === 0) {
    return (
      <EmptyState icon={ReceiptText} title={i18n._('No entries yet')}>
        {i18n._('What you spend and receive stands here, newest first.')}
      </EmptyState>
    );
  }
  const rows = Array.from({ length: Math.min(count, 5) }, (_, index) => rowAt(index)).filter(
    (row) => row !== undefined,
  );
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ id, row, waiting, blocked }) => (
        <li key={id} className="flex items-center justify-between gap-3 py-3">
          <span className="min-w-0">
            <span className="block truncate">{row.payee ?? i18n._('No payee')}</span>
            {waiting && <WaitingMark blocked={blocked} />}
          </span>
          <Money
            amount={row.amount}
            currency={row.currency}
            meaning={row.type === 'transfer' ? 'transfer' : 'entry'}
          />
        </li>
      ))}
    </ul>
  );
}
