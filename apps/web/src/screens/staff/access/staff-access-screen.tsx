import type { StaffAccess } from '@kinwise/api-client/schema';
import { formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { roleWord } from '../../../staff/role-words.ts';
import { useDayOf } from '../../settings/security/use-factors.ts';

const KEY = 'staff-access';

/** Who of the people who run this KinWise may look into the household, or has; an admin ends it here. */
export function StaffAccessScreen() {
  const { i18n } = useLingui();
  const { id } = useHousehold();
  const looks = useQuery({
    queryKey: [KEY, id],
    queryFn: async () => (await got(api.GET('/staff-access/'))).results,
    refetchInterval: 30_000,
  });
  return (
    <Page
      title={i18n._('Staff access')}
      note={i18n._('The people who run this KinWise see nothing of your money, unless they say why.')}
      narrow
    >
      <Card>
        <CardHeader
          title={i18n._('Who from KinWise’s staff has looked')}
          note={i18n._(
            'They read what members share, for a limited time, and change nothing. Private accounts stay hidden. You can end it at any time.',
          )}
        />
        {looks.isPending && <SkeletonRows rows={2} />}
        {looks.isError && (
          <ProblemNote tone="close" title={i18n._('The list could not be read')}>
            {sayProblem(looks.error)}
          </ProblemNote>
        )}
        {looks.data?.length === 0 && (
          <p className="flex items-center gap-2 text-sm text-ink-3">
            <Eye aria-hidden size={16} className="shrink-0" />
            {i18n._('Nobody has looked into this household.')}
          </p>
        )}
        <ul className="divide-y divide-line" aria-label={i18n._('Looks into this household')}>
          {looks.data?.map((look) => (
            <LookLine key={look.id} look={look} />
          ))}
        </ul>
      </Card>
    </Page>
  );
}

function LookLine({ look }: { look: StaffAccess }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const { staff, reason, ticket, reads, is_open } = look;
  const end = useMutation({
    mutationFn: () => got(api.POST('/staff-access/{id}/end/', { params: { path: { id: look.id } } })),
    onSuccess: () => showToast({ title: i18n._('{name} sees nothing any more', { name: staff.name }) }),
    onSettled: () => void queries.invalidateQueries({ queryKey: [KEY] }),
  });
  return (
    <li className="flex flex-wrap items-start gap-3 py-3">
      <IconTile icon={Eye} />
      <div className="min-w-0 flex-1 basis-52 space-y-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold break-words">{staff.name}</span>
          <span className="text-sm text-ink-3">{roleWord(staff.role)}</span>
          {is_open && <Pill tone="close">{i18n._('Open now')}</Pill>}
        </p>
        <p className="break-words text-ink-2">{ticket === '' ? reason : `${reason} (${ticket})`}</p>
        <Times look={look} />
        <p className="text-sm text-ink-3">
          {i18n._('{count, plural, one {# page opened} other {# pages opened}}', { count: reads })}
        </p>
        {end.isError && <p className="text-sm text-over-text">{sayProblem(end.error)}</p>}
      </div>
      {is_open && (
        <SignalButton kind="danger" size="small" busy={end.isPending} onClick={() => end.mutate()}>
          {i18n._('End it now')}
        </SignalButton>
      )}
    </li>
  );
}

function Times({ look }: { look: StaffAccess }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone } = useHousehold();
  const dayOf = useDayOf();
  const time = (at: string) => `${dayOf(at)}, ${formatTime(instantMs(at), time_zone, locale)}`;
  const from = i18n._('From {time}', { time: time(look.opened_at) });
  const until = i18n._('until {time}', { time: time(look.ended_at ?? look.until_at) });
  const how: Readonly<Record<string, string>> = {
    staff: i18n._('ended by them'),
    household: i18n._('ended by an admin of yours'),
    time: i18n._('ended by itself'),
  };
  const said = look.ended_by === null ? undefined : how[look.ended_by];
  return <p className="text-sm text-ink-3">{[`${from} ${until}`, said].filter(Boolean).join(' · ')}</p>;
}
