import type { StaffAct } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { More, Title, When } from './parts.tsx';
import { Way } from './way.tsx';
import { roleWord } from './role-words.ts';

/** What staff did: who, what, when, on whom, and why. */
export function ActsScreen() {
  const { i18n } = useLingui();
  const words = useActWords();
  const [action, setAction] = useState('any');
  const [staff, setStaff] = useState('any');
  const [cursor, setCursor] = useState<string>();
  const query = {
    ...(action !== 'any' && { action }),
    ...(staff !== 'any' && { staff_id: staff }),
    ...(cursor !== undefined && { cursor }),
  };
  const found = useQuery({
    queryKey: ['staff', 'acts', query],
    queryFn: () => got(api.GET('/admin/acts/', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const people = useQuery({
    queryKey: ['staff', 'members'],
    queryFn: async () => (await got(api.GET('/admin/staff/'))).results,
  });
  const choose = (set: (value: string) => void) => (value: string) => {
    set(value);
    setCursor(undefined);
  };
  const any = { value: 'any', label: i18n._('Any') };
  return (
    <>
      <Title note={i18n._('Nobody can change or remove what stands here.')}>{i18n._('What staff did')}</Title>
      <Card>
        <div className="mb-3 grid gap-3 sm:grid-cols-2">
          <Select
            label={i18n._('Who')}
            value={staff}
            choices={[any, ...(people.data ?? []).map((one) => ({ value: one.user_id, label: one.name }))]}
            onChange={choose(setStaff)}
          />
          <Select
            label={i18n._('What')}
            value={action}
            choices={[any, ...Object.entries(words).map(([value, label]) => ({ value, label }))]}
            onChange={choose(setAction)}
          />
        </div>
        {found.isPending && <SkeletonRows />}
        {found.isError && (
          <ProblemNote title={i18n._('It could not be read')}>{sayProblem(found.error)}</ProblemNote>
        )}
        {found.data?.results.length === 0 && (
          <p className="text-sm text-ink-3">{i18n._('Nothing so far.')}</p>
        )}
        <ul className="divide-y divide-line" aria-label={i18n._('What staff did')}>
          {found.data?.results.map((act) => (
            <ActLine key={act.id} act={act} what={words[act.action] ?? act.action} />
          ))}
        </ul>
        <More next={found.data?._meta.next_cursor} onMore={setCursor} />
      </Card>
    </>
  );
}

function ActLine({ act, what }: { act: StaffAct; what: string }) {
  const { i18n } = useLingui();
  const role = act.details['after'];
  return (
    <li className="space-y-0.5 py-3">
      <p>
        <span className="font-semibold">{act.staff?.name ?? i18n._('The command line')}</span> · {what}
        {typeof role === 'string' && ` (${roleWord(role)})`}
        {act.user && (
          <>
            {' · '}
            <Way to={`users/${act.user.id}`} className="font-medium text-brand-text hover:underline">
              {act.user.name}
            </Way>
          </>
        )}
        {act.household && (
          <>
            {' · '}
            <Way
              to={`households/${act.household.id}`}
              className="font-medium text-brand-text hover:underline"
            >
              {act.household.name}
            </Way>
          </>
        )}
      </p>
      {act.reason !== '' && (
        <p className="break-words text-ink-2">
          {act.reason} {act.ticket && `(${act.ticket})`}
        </p>
      )}
      <p className="text-sm text-ink-3">
        <When at={act.at} />
      </p>
    </li>
  );
}

function useActWords(): Readonly<Record<string, string>> {
  const { i18n } = useLingui();
  return {
    'account.locked': i18n._('locked an account'),
    'account.unlocked': i18n._('unlocked an account'),
    'sessions.ended': i18n._('ended all sessions'),
    'tier.given': i18n._('changed how many calls somebody may make'),
    'password.required': i18n._('asked for a new password'),
    'role.given': i18n._('gave a staff role'),
    'role.taken': i18n._('took a staff role'),
    'access.opened': i18n._('looked into a household'),
    'access.ended': i18n._('stopped looking into a household'),
    'audit.exported': i18n._('exported the audit'),
    'organisation.tier_set': i18n._('set the size of an organisation'),
  };
}
