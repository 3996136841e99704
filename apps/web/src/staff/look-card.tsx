import type { StaffAccess } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Card, CardHeader } from '../ui/card.tsx';
import { Money } from '../ui/money.tsx';
import { ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { More, When } from './parts.tsx';

/** What staff read while a reason is open: the accounts that members share, and their entries. */
export function LookCard({ household, grant }: { household: string; grant: StaffAccess }) {
  const { i18n } = useLingui();
  return (
    <Card className="border-close-line">
      <CardHeader
        title={i18n._('What members share')}
        note={
          <>
            {i18n._('Open until')} <When at={grant.until_at} />.{' '}
            {i18n._('Each page you open is written down.')}
          </>
        }
      />
      <Accounts household={household} grant={grant.id} />
      <Entries household={household} grant={grant.id} />
    </Card>
  );
}

type Looking = { household: string; grant: string };

function Accounts({ household, grant }: Looking) {
  const { i18n } = useLingui();
  const accounts = useQuery({
    queryKey: ['staff', 'look', grant, 'accounts'],
    queryFn: async () => (await got(api.GET('/accounts/', { params: { query: { household } } }))).results,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (accounts.isPending) return <SkeletonRows rows={2} />;
  if (accounts.isError)
    return <ProblemNote title={i18n._('Nothing can be read')}>{sayProblem(accounts.error)}</ProblemNote>;
  return (
    <section aria-label={i18n._('Accounts')} className="mb-4">
      <h3 className="mb-1 text-sm text-ink-3">{i18n._('Accounts')}</h3>
      <ul className="divide-y divide-line">
        {accounts.data.map((account) => (
          <li key={account.id} className="flex justify-between gap-3 py-2">
            <span className="min-w-0 break-words">{account.name}</span>
            <Money amount={account.balance} currency={account.currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ household, grant }: Looking) {
  const { i18n } = useLingui();
  const [cursor, setCursor] = useState<string>();
  const query = { household, page_size: 25, ...(cursor !== undefined && { cursor }) };
  const entries = useQuery({
    queryKey: ['staff', 'look', grant, 'transactions', cursor],
    queryFn: () => got(api.GET('/transactions/', { params: { query } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (entries.isPending) return <SkeletonRows />;
  if (entries.isError)
    return <ProblemNote title={i18n._('Nothing can be read')}>{sayProblem(entries.error)}</ProblemNote>;
  return (
    <section aria-label={i18n._('Entries')}>
      <h3 className="mb-1 text-sm text-ink-3">{i18n._('Entries')}</h3>
      <ul className="divide-y divide-line">
        {entries.data.results.map((entry) => (
          <li key={entry.id} className="flex justify-between gap-3 py-2">
            <span className="min-w-0 break-words">
              {entry.payee ?? entry.memo}
              <span className="block text-sm text-ink-3">{formatDay(entry.occurred_on as Day, 'date')}</span>
            </span>
            <Money amount={entry.amount} currency={entry.currency} meaning="entry" />
          </li>
        ))}
      </ul>
      <More next={entries.data._meta.next_cursor} onMore={setCursor} />
    </section>
  );
}
