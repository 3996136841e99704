import type { StaffAccess, StaffMember } from '@kinwise/api-client/schema';
import { reachesStaff } from '@kinwise/core/staff';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Card, CardHeader } from '../ui/card.tsx';
import { Pill } from '../ui/chip.tsx';
import { ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { LookCard } from './look-card.tsx';
import { OpenForm } from './open-form.tsx';
import { Facts, Title, When } from './parts.tsx';
import { Way } from './way.tsx';
import { roleWord } from './role-words.ts';

/** One household: who belongs to it, who of the staff looked in, and looking in with a reason. */
export function HouseholdPage({ id, me }: { id: string; me: StaffMember }) {
  const { i18n } = useLingui();
  const params = { path: { id } };
  const home = useQuery({
    queryKey: ['staff', 'household', id],
    queryFn: () => got(api.GET('/admin/households/{id}/', { params })),
  });
  const access = useQuery({
    queryKey: ['staff', 'access', id],
    queryFn: async () => (await got(api.GET('/admin/households/{id}/access/', { params }))).results,
    refetchInterval: 30_000,
  });
  const { data } = home;
  if (home.isPending) return <SkeletonRows />;
  if (!data)
    return (
      <ProblemNote title={i18n._('The household could not be read')}>{sayProblem(home.error)}</ProblemNote>
    );
  const mine = access.data?.find((one) => one.is_open && one.staff.id === me.user_id);
  const facts = [
    [i18n._('Type'), data.type],
    [i18n._('Currency'), data.currency],
    [i18n._('Members'), String(data.members_count)],
    [i18n._('Made'), <When key="made" at={data.created_at} />],
    ...(data.deleted_at ? ([[i18n._('Deleted'), <When key="gone" at={data.deleted_at} />]] as const) : []),
  ] as const;
  return (
    <>
      <Title>{data.name}</Title>
      <Card>
        <CardHeader title={i18n._('What staff may know')} />
        <Facts facts={facts} />
        <ul className="mt-3 divide-y divide-line" aria-label={i18n._('Members')}>
          {data.members.map((member) => (
            <li key={member.user_id} className="flex justify-between gap-3 py-2">
              <Way to={`users/${member.user_id}`} className="font-medium hover:text-brand-text">
                {member.name}
              </Way>
              <span className="text-ink-3">{roleWord(member.role)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {mine && <LookCard household={id} grant={mine} />}
      {!mine && reachesStaff(me.role, 'manager') && data.deleted_at === null && <OpenForm household={id} />}
      <Looks looks={access.data ?? []} household={id} me={me} />
    </>
  );
}

function Looks({
  looks,
  household,
  me,
}: {
  looks: readonly StaffAccess[];
  household: string;
  me: StaffMember;
}) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => got(api.POST('/admin/access/{id}/end/', { params: { path: { id } } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['staff', 'access', household] }),
  });
  return (
    <Card>
      <CardHeader
        title={i18n._('Who looked in')}
        note={i18n._('The household’s admins see the same, and can end it at any time.')}
      />
      {end.isError && <ProblemNote title={i18n._('It did not end')}>{sayProblem(end.error)}</ProblemNote>}
      {looks.length === 0 && <p className="text-sm text-ink-3">{i18n._('Nobody so far.')}</p>}
      <ul className="divide-y divide-line" aria-label={i18n._('Who looked in')}>
        {looks.map((look) => (
          <li key={look.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {look.staff.name} · {roleWord(look.staff.role)}
                {look.is_open && <Pill tone="close">{i18n._('Open')}</Pill>}
              </p>
              <p className="break-words text-ink-2">
                {look.reason} {look.ticket && `(${look.ticket})`}
              </p>
              <p className="text-sm text-ink-3">
                <When at={look.opened_at} /> – <When at={look.ended_at ?? look.until_at} /> ·{' '}
                {i18n._('{count, plural, one {# page opened} other {# pages opened}}', { count: look.reads })}
              </p>
            </div>
            {look.is_open && (look.staff.id === me.user_id || me.role === 'superadmin') && (
              <Button size="small" busy={end.isPending} onClick={() => end.mutate(look.id)}>
                {i18n._('End it now')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
