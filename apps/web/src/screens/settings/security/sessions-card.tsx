import type { Session } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LogOut, Monitor, Smartphone } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSignOut } from '../../../shell/use-sign-out.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { Checkbox } from '../../../ui/field.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { useApiKeys, useApiKeysChanged } from '../api-keys/use-api-keys.ts';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { whence } from './place-words.ts';
import { showToast } from '../../../ui/toast-queue.ts';

const SessionNameDialog = lazy(() =>
  import('./session-name-dialog.tsx').then((module) => ({ default: module.SessionNameDialog })),
);

/** Every device that is signed in, with a way to end each, or all but this one. */
export function SessionsCard() {
  const { i18n } = useLingui();
  const leaving = useSignOut();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => (await got(api.GET('/auth/sessions/'))).results,
  });
  const [endKeys, setEndKeys] = useState(false);
  const keys = useApiKeys();
  const changed = useApiKeysChanged();
  const endOthers = useMutation({
    mutationFn: () => got(api.POST('/auth/sessions/terminate-all/', { body: { end_api_keys: endKeys } })),
    onSuccess: async ({ ended }) => {
      changed();
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
      {others && keys.data !== undefined && keys.data.results.length > 0 && (
        <Checkbox
          className="mb-2"
          label={i18n._('Revoke my API keys too when I end all others')}
          checked={endKeys}
          onChange={(event) => setEndKeys(event.target.checked)}
        />
      )}
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
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-4">
        <p className="min-w-0 flex-1 basis-60 text-sm text-ink-3">
          {i18n._('Signing out here deletes the copy of your money on this device.')}
        </p>
        <Button icon={LogOut} onClick={() => void leaving.begin()}>
          {i18n._('Sign out')}
        </Button>
      </div>
      {leaving.question}
    </Card>
  );
}

function SessionLine({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const { seen, since } = useTimes(session);
  const [renaming, setRenaming] = useState(false);
  const place = whence(session);
  const end = useMutation({
    mutationFn: () => got(api.DELETE('/auth/sessions/{id}/', { params: { path: { id: session.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
    onError: (error) =>
      showToast({ title: i18n._('It was not ended'), description: sayProblem(error), tone: 'over' }),
  });
  const phone = /android|ios|iphone/i.test(session.os ?? '');
  const program = [session.browser, session.os].filter(Boolean).join(' · ');
  const name = [session.device_name, program].filter(Boolean).join(': ') || i18n._('A device');
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <IconTile icon={phone ? Smartphone : Monitor} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-semibold break-words">{name}</span>
          {session.current && <Pill tone="good">{i18n._('This one')}</Pill>}
        </p>
        <p className="text-sm text-ink-3">
          {[session.current ? i18n._('In use now') : seen, place].filter(Boolean).join(' · ')}
        </p>
        <p className="text-sm text-ink-3">{since}</p>
      </div>
      {/* Where there is no room beside it they stand below the text, under its beginning. */}
      <div className="flex flex-wrap gap-2 max-sm:basis-full max-sm:pl-12">
        <SignalButton
          size="small"
          aria-label={i18n._('Rename {name}', { name })}
          onClick={() => setRenaming(true)}
        >
          {i18n._('Rename')}
        </SignalButton>
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
      </div>
      <Suspense>
        {renaming && <SessionNameDialog session={session} onClose={() => setRenaming(false)} />}
      </Suspense>
    </li>
  );
}

function useTimes(session: Session): { seen: string; since: string } {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone, today } = useDayClock();
  const day = (at: string) => formatNearDay(dayAt(instantMs(at), time_zone), today, locale);
  return {
    seen: i18n._('Last seen: {day}, {time}', {
      day: day(session.last_seen_at),
      time: formatTime(instantMs(session.last_seen_at), time_zone, locale),
    }),
    since: i18n._('Signed in: {since}. Ends by itself: {until}', {
      since: day(session.created_at),
      until: day(session.expires_at),
    }),
  };
}
