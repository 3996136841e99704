import type { SecurityEntry } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { instantMs } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { whence } from './place-words.ts';
import { securityIcon } from './security-words.ts';

const PAGE = 8;

type HistoryPage = {
  readonly results: readonly SecurityEntry[];
  readonly _meta: { readonly next_cursor: string | null };
};

type HistoryListProps = {
  /** Tells several of these apart in the cache. */
  name: string;
  read: (query: { page_size: number; cursor?: string }) => Promise<HistoryPage>;
  words: (entry: SecurityEntry) => string;
};

/** What happened around an account, newest first, a page at a time. */
export function HistoryList({ name, read, words }: HistoryListProps) {
  const { i18n } = useLingui();
  const history = useInfiniteQuery({
    queryKey: ['security history', name],
    queryFn: ({ pageParam }) => read({ page_size: PAGE, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last._meta.next_cursor ?? undefined,
    staleTime: 0,
  });
  const entries = history.data?.pages.flatMap((page) => page.results);
  return (
    <>
      {history.isPending && <SkeletonRows rows={3} />}
      {history.isError && (
        <ProblemNote
          tone="close"
          title={i18n._('The activity could not be read')}
          action={<Button onClick={() => void history.refetch()}>{i18n._('Try again')}</Button>}
        >
          {sayProblem(history.error)}
        </ProblemNote>
      )}
      {entries?.length === 0 && <p className="text-sm text-ink-3">{i18n._('Nothing yet.')}</p>}
      <ul className="divide-y divide-line" aria-label={i18n._('Recent activity')}>
        {entries?.map((entry) => (
          <Line key={entry.id} entry={entry} said={words(entry)} />
        ))}
      </ul>
      {history.hasNextPage && (
        <Button
          size="small"
          className="mt-3"
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {i18n._('Show older')}
        </Button>
      )}
    </>
  );
}

function Line({ entry, said }: { entry: SecurityEntry; said: string }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone, today } = useDayClock();
  const ms = instantMs(entry.at);
  const at = `${formatNearDay(dayAt(ms, time_zone), today, locale)}, ${formatTime(ms, time_zone, locale)}`;
  const key = entry.api_key && i18n._('API key “{name}”', { name: entry.api_key.name });
  const place = [key, entry.device, whence(entry)].filter(Boolean).join(' · ');
  const isOdd = entry.kind === 'alert' || !entry.success;
  return (
    <li className="flex gap-3 py-3">
      <IconTile icon={securityIcon(entry)} tone={isOdd ? 'close' : 'plain'} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-medium break-words">{said}</span>
          {entry.this_session && <Pill tone="good">{i18n._('This session')}</Pill>}
        </p>
        <p className="text-sm text-ink-3">
          <time dateTime={entry.at}>{at}</time>
          {place && ` · ${place}`}
        </p>
      </div>
    </li>
  );
}
