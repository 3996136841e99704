import type { StaffMember } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Card, CardHeader } from '../ui/card.tsx';
import { Pill } from '../ui/chip.tsx';
import { ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { Title, When } from './parts.tsx';
import { Way } from './way.tsx';
import { roleWord } from './role-words.ts';

/** Everybody who is staff. Roles are given and taken on the page of an account. */
export function RolesScreen({ me }: { me: StaffMember }) {
  const { i18n } = useLingui();
  const staff = useQuery({
    queryKey: ['staff', 'members'],
    queryFn: async () => (await got(api.GET('/admin/staff/'))).results,
  });
  return (
    <>
      <Title
        note={
          me.role === 'superadmin'
            ? i18n._('To give somebody a role, find their account first.')
            : i18n._('Superadmins give and take these roles.')
        }
      >
        {i18n._('Staff')}
      </Title>
      <Card>
        {staff.isPending && <SkeletonRows />}
        {staff.isError && (
          <ProblemNote title={i18n._('The list could not be read')}>{sayProblem(staff.error)}</ProblemNote>
        )}
        <ul className="divide-y divide-line" aria-label={i18n._('Staff')}>
          {staff.data?.map((one) => (
            <li key={one.user_id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
              <Way
                to={`users/${one.user_id}`}
                className="min-w-0 flex-1 basis-60 font-medium break-words hover:text-brand-text"
              >
                {one.name}
                <span className="block text-sm font-normal break-words text-ink-3">{one.email}</span>
              </Way>
              {!one.has_factor && <Pill tone="over">{i18n._('No second factor')}</Pill>}
              <Pill tone="plum">{roleWord(one.role)}</Pill>
              <span className="text-sm text-ink-3">
                {i18n._('since')} <When at={one.since} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <CardHeader title={i18n._('What the roles may')} />
        <dl className="space-y-2 text-ink-2">
          {[
            ['viewer', i18n._('finds accounts and households, and reads what staff did')] as const,
            ['editor', i18n._('as a viewer; content of KinWise will be theirs')] as const,
            [
              'manager',
              i18n._('locks, unlocks and signs out; looks into a household with a reason'),
            ] as const,
            ['superadmin', i18n._('all of it, acts on staff, and gives roles')] as const,
          ].map(([role, what]) => (
            <div key={role} className="sm:flex sm:gap-3">
              <dt className="w-28 shrink-0 font-semibold">{roleWord(role)}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  );
}
