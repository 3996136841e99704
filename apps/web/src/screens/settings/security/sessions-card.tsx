import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { api, got } from '../../../api/client.ts';
import type { Session } from '../../../api/paths-people.ts';
import { instantMs } from '../../../clock.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

/** Every device that is signed in, with a way to end each, or all but this one. */
export function SessionsCard() {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => (await got(api.GET('/auth/sessions/'))).results,
  });
  const endOthers = useMutation({
    mutationFn: () => got(api.POST('/auth/sessions/terminate-all/')),
    onSuccess: async ({ ended }) => {
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      showToast({
        title: i18n._('{count, plural, one {# session ended} other {# sessions ended}}', { count: ended }),
      });
    },
    onError: (error) =>
      showToast({ title: i18n._('They were not ended'), description: sayProblem(error), tone: 'over' }),
  });
  const others = sessions.data?.some((one) => !one.current) === true;
  return (
    <Card>
      <CardHeader
        title={i18n._('Signed in')}
        className="items-center"
        aside={
          others && (
            <SignalButton size="small" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
              {i18n._('End all others')}
            </SignalButton>
          )
        }
      />
      {sessions.isPending && <SkeletonRows rows={2} />}
      {sessions.isError && (
        <ProblemNote tone="close" title={i18n._('The sessions could not be read')}>
          {sayProblem(sessions.error)}
        </ProblemNote>
      )}
      <ul className="divide-y divide-line">
        {sessions.data?.map((one) => (
          <SessionLine key={one.id} session={one} />
        ))}
      </ul>
    </Card>
  );
}

function SessionLine({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const seen = useSeen(session.last_seen_at);
  const end = useMutation({
    mutationFn: () => got(api.DELETE('/auth/sessions/{id}/', { params: { path: { id: session.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
    onError: (error) =>
      showToast({ title: i18n._('It was not ended'), description: sayProblem(error), tone: 'over' }),
  });
  const phone = /android|ios|iphone/i.test(session.os ?? '');
  const name =
    [session.browser, session.os].filter(Boolean).join(' · ') || session.device_name || i18n._('A device');
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <IconTile icon={phone ? Smartphone : Monitor} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex items-center gap-2">
          <span className="truncate font-semibold">{name}</span>
          {session.current && <Pill tone="good">{i18n._('This one')}</Pill>}
        </p>
        <p className="truncate text-sm text-ink-3">{[seen, session.ip].filter(Boolean).join(' · ')}</p>
      </div>
      {!session.current && (
        <SignalButton
          size="small"
          busy={end.isPending}
          aria-label={i18n._('End the session on {name}', { name })}
          onClick={() => end.mutate()}
        >
          {i18n._('End')}
        </SignalButton>
      )}
    </li>
  );
}

function useSeen(at: string): string {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone, today } = useHousehold();
  const ms = instantMs(at);
  const day = formatNearDay(dayAt(ms, time_zone), today, locale);
  return i18n._('Last seen: {day}, {time}', { day, time: formatTime(ms, time_zone, locale) });
}
