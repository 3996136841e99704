import { useLingui } from '@lingui/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { useCallback } from 'react';
import { useTransactions } from '../../../offline/use-transactions.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { EntryRow } from '../../ledger/parts/entry-row.tsx';
import { useLedgerFacts } from '../../ledger/parts/facts.ts';

const SHOWN = 6;

/** The newest entries, those that still wait among them. */
export function Latest() {
  const facts = useLedgerFacts();
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { count, rowAt } = useTransactions();
  const open = useCallback(
    (entry: string) => void navigate({ to: '/transactions' as string, search: { entry } as never }),
    [navigate],
  );
  const rows = Array.from({ length: Math.min(count ?? 0, SHOWN) }, (_, index) => rowAt(index)).filter(
    (row) => row !== undefined,
  );
  // How many there are is known a moment before the rows are.
  const isComing = count === undefined || (count > 0 && rows.length === 0);
  return (
    <Card flush className="overflow-hidden">
      <CardHeader
        title={i18n._('Latest')}
        className="mb-1 px-5 pt-4"
        aside={
          <Link
            to={'/transactions' as string}
            className="-my-3.5 inline-flex min-h-11 items-center font-semibold text-brand-text hover:underline"
          >
            {i18n._('All entries')}
          </Link>
        }
      />
      {isComing && (
        <div className="px-5 pb-3">
          <SkeletonRows rows={SHOWN} />
        </div>
      )}
      {count === 0 && (
        <EmptyState icon={ReceiptText} title={i18n._('No entries yet')}>
          {i18n._('What you spend and receive stands here, newest first.')}
        </EmptyState>
      )}
      <ul className="px-1 pb-2">
        {rows.map((found) => (
          <li key={found.id}>
            <EntryRow found={found} facts={facts} onOpen={open} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
