import type { Transaction } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, Trash2 } from 'lucide-react';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { formatDay } from '@kinwise/core/format';
import { bringBack } from '../parts/entry-changes.ts';
import { useEntryWords } from '../parts/entry-words.ts';
import type { LedgerFacts } from '../parts/facts.ts';
import { categoryIcon } from '../parts/category-icon.ts';

/** What was deleted within the last 30 days, and the way back. The trash lies with the server, so it needs signal. */
export function TrashView({ facts }: { facts: LedgerFacts }) {
  const { i18n } = useLingui();
  const household = useHousehold();
  const key = ['trash', household.id];
  const trash = useInfiniteQuery({
    queryKey: key,
    staleTime: 0,
    queryFn: ({ pageParam }): Promise<TrashPage> => {
      const query = { deleted: 'true' as const, page_size: 100, ...(pageParam && { cursor: pageParam }) };
      return got(api.GET('/transactions/', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last._meta.next_cursor ?? undefined,
  });
  if (trash.isPending) return <SkeletonRows />;
  if (trash.isError) {
    return (
      <ProblemNote
        tone="close"
        title={i18n._('The trash cannot be shown now')}
        action={<Button onClick={() => void trash.refetch()}>{i18n._('Try again')}</Button>}
      >
        {sayProblem(trash.error)}
      </ProblemNote>
    );
  }
  const rows = trash.data.pages.flatMap((page) => page.results);
  if (rows.length === 0 && !trash.hasNextPage) {
    return (
      <EmptyState icon={Trash2} title={i18n._('The trash is empty')}>
        {i18n._('What you delete lies here for 30 days and can be brought back.')}
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <ul aria-label={i18n._('Deleted entries')} className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id}>
            <TrashRow row={row} facts={facts} queryKey={key} />
          </li>
        ))}
      </ul>
      {trash.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button busy={trash.isFetchingNextPage} onClick={() => void trash.fetchNextPage()}>
            {i18n._('Show older')}
          </Button>
        </div>
      )}
    </Card>
  );
}

type TrashPage = { results: Transaction[]; _meta: { next_cursor: string | null } };

function TrashRow({
  row,
  facts,
  queryKey,
}: {
  row: Transaction;
  facts: LedgerFacts;
  queryKey: readonly unknown[];
}) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today, may } = useHousehold();
  const queries = useQueryClient();
  const offline = useOffline();
  const words = useEntryWords(facts);
  async function restore() {
    await bringBack(offline, [row]);
    queries.setQueryData<InfiniteData<TrashPage>>(
      queryKey,
      (old) =>
        old && {
          ...old,
          pages: old.pages.map((page) => ({
            ...page,
            results: page.results.filter((one) => one.id !== row.id),
          })),
        },
    );
    showToast({ title: i18n._('“{title}” is back', { title: words.title(row) }) });
  }
  return (
    <div className="flex min-h-[var(--row)] items-center gap-3 px-4 py-1.5">
      <IconTile icon={categoryIcon(facts.categories.get(row.category_id ?? '')?.icon)} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{words.title(row)}</p>
        <p className="truncate text-sm text-ink-3">
          {formatDay(row.occurred_on, 'medium', { ...locale, today })} · {words.category(row)}
        </p>
      </div>
      <Money
        amount={row.amount}
        currency={row.currency}
        meaning={row.type === 'transfer' ? 'transfer' : 'entry'}
      />
      {may('transactions.edit') && (
        <Button kind="quiet" size="small" icon={RotateCcw} onClick={() => void restore()}>
          {i18n._('Bring back')}
        </Button>
      )}
    </div>
  );
}
