import type { SuggestedTransfer, Transaction } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import type { LedgerFacts } from '../parts/facts.ts';

/** Pairs of entries that look like one movement between two accounts, each to be confirmed or left. */
export function TransfersView({ facts }: { facts: LedgerFacts }) {
  const { i18n } = useLingui();
  const { id } = useHousehold();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const pairs = useQuery({
    queryKey: ['suggested-transfers', id],
    staleTime: 0,
    queryFn: () => got(api.GET('/transactions/suggest-transfers/')),
  });
  if (pairs.isPending) return <SkeletonRows />;
  if (pairs.isError) {
    return (
      <ProblemNote
        tone="close"
        title={i18n._('The suggestions cannot be shown now')}
        action={<Button onClick={() => void pairs.refetch()}>{i18n._('Try again')}</Button>}
      >
        {sayProblem(pairs.error)}
      </ProblemNote>
    );
  }
  const shown = pairs.data.results.filter((pair) => !left.has(keyOf(pair)));
  if (shown.length === 0) {
    return (
      <EmptyState icon={ArrowRightLeft} title={i18n._('Nothing looks like a transfer')}>
        {i18n._(
          'When money goes from one of your accounts to another, both entries are offered here as one transfer.',
        )}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-3 md:grid-cols-2" aria-label={i18n._('Possible transfers')}>
      {shown.map((pair) => (
        <li key={keyOf(pair)}>
          <PairCard pair={pair} facts={facts} onLeave={() => setLeft(new Set([...left, keyOf(pair)]))} />
        </li>
      ))}
    </ul>
  );
}

function PairCard({
  pair,
  facts,
  onLeave,
}: {
  pair: SuggestedTransfer;
  facts: LedgerFacts;
  onLeave: () => void;
}) {
  const { i18n } = useLingui();
  const { id } = useHousehold();
  const { sync } = useOffline();
  const queries = useQueryClient();
  const link = useMutation({
    mutationFn: () =>
      got(api.POST('/transactions/link-transfer/', { body: { from_id: pair.from.id, to_id: pair.to.id } })),
    onSuccess: () => {
      onLeave();
      sync.poke();
      void queries.invalidateQueries({ queryKey: ['suggested-transfers', id] });
      showToast({ title: i18n._('Linked as a transfer') });
    },
    onError: (error) => showToast({ title: sayProblem(error), tone: 'over' }),
  });
  return (
    <Card>
      <Side row={pair.from} facts={facts} />
      <ArrowDown aria-hidden size={16} className="my-1.5 text-sky" />
      <Side row={pair.to} facts={facts} />
      <p className="mt-3 text-sm text-ink-3">{pair.reason}</p>
      <div className="mt-3 flex gap-2">
        <SignalButton kind="primary" size="small" busy={link.isPending} onClick={() => link.mutate()}>
          {i18n._('It is one transfer')}
        </SignalButton>
        <Button size="small" onClick={onLeave}>
          {i18n._('Not now')}
        </Button>
      </div>
    </Card>
  );
}

function Side({ row, facts }: { row: Transaction; facts: LedgerFacts }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  return (
    <div className="flex items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="truncate font-medium">
          {facts.accounts.get(row.account_id)?.name ?? i18n._('An account')}
        </p>
        <p className="truncate text-sm text-ink-3">
          {formatDay(row.occurred_on, 'medium', { ...locale, today })}
          {row.payee ? ` · ${row.payee}` : ''}
        </p>
      </div>
      <Money amount={row.amount} currency={row.currency} className="font-medium" />
    </div>
  );
}

function keyOf({ from, to }: SuggestedTransfer): string {
  return `${from.id} ${to.id}`;
}
