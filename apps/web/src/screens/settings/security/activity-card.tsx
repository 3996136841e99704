import type { SecurityEntry } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { useHousehold } from '../../../shell/household.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { securityIcon, securityWords } from './security-words.ts';

const PAGE = 8;

/** What happened around one's own account lately: sign-ins, failures, alerts. */
export function ActivityCard() {
  const { i18n } = useLingui();
  const status = useQuery({
    queryKey: ['security status'],
    queryFn: () => got(api.GET('/auth/security-status/')),
  });
  const history = useInfiniteQuery({
    queryKey: ['security history'],
    queryFn: ({ pageParam }) => {
      const query = { page_size: PAGE, ...(pageParam && { cursor: pageParam }) };
      return got(api.GET('/users/me/security-history/', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last._meta.next_cursor ?? undefined,
    staleTime: 0,
  });
  const failures = status.data?.failures ?? 0;
  return (
    <Card>
      <CardHeader
        title={i18n._('Recent activity')}
        note={
          failures === 0
            ? i18n._('What you do not know was somebody else: end that session and change your password.')
            : i18n._(
                '{count, plural, one {One sign-in failed in the last 30 days.} other {# sign-ins failed in the last 30 days.}}',
                { count: failures },
              )
        }
      />
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
      <ul className="divide-y divide-line">
        {history.data?.pages
          .flatMap((page) => page.results)
          .map((entry) => (
            <Line key={entry.id} entry={entry} />
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
    </Card>
  );
}

function Line({ entry }: { entry: SecurityEntry }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone, today } = useHousehold();
  const ms = instantMs(entry.at);
  const at = `${formatNearDay(dayAt(ms, time_zone), today, locale)}, ${formatTime(ms, time_zone, locale)}`;
  const key = entry.api_key && i18n._('API key “{name}”', { name: entry.api_key.name });
  const place = [key, entry.device, entry.ip && i18n._('from {ip}', { ip: entry.ip })]
    .filter(Boolean)
    .join(' · ');
  const isOdd = entry.kind === 'alert' || !entry.success;
  return (
    <li className="flex gap-3 py-3">
      <IconTile icon={securityIcon(entry)} tone={isOdd ? 'close' : 'plain'} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-medium break-words">{securityWords(entry)}</span>
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
