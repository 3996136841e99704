import type { StaffAccountPage, StaffMember } from '@kinwise/api-client/schema';
import { reachesStaff } from '@kinwise/core/staff';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Card, CardHeader } from '../ui/card.tsx';
import { ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { GiveRole } from './give-role.tsx';
import { Facts, ReasonDialog, Title, When } from './parts.tsx';
import { useStateWords } from './state-words.ts';
import { Way } from './way.tsx';
import { roleWord } from './role-words.ts';

/** One account: how it stands, and what can be done about it. */
export function UserPage({ id, me }: { id: string; me: StaffMember }) {
  const { i18n } = useLingui();
  const account = useQuery({
    queryKey: ['staff', 'user', id],
    queryFn: () => got(api.GET('/admin/users/{id}/', { params: { path: { id } } })),
  });
  const { data } = account;
  if (account.isPending) return <SkeletonRows />;
  if (!data)
    return (
      <ProblemNote title={i18n._('The account could not be read')}>{sayProblem(account.error)}</ProblemNote>
    );
  const name = `${data.first_name} ${data.last_name}`.trim();
  const mayAct = reachesStaff(me.role, 'manager') && data.id !== me.user_id;
  return (
    <>
      <Title note={data.email}>{name === '' ? data.email : name}</Title>
      <Standing account={data} />
      <Card>
        <CardHeader title={i18n._('Households')} />
        {data.households.length === 0 && <p className="text-sm text-ink-3">{i18n._('None')}</p>}
        <ul className="divide-y divide-line">
          {data.households.map((home) => (
            <li key={home.id} className="flex justify-between gap-3 py-2">
              <Way to={`households/${home.id}`} className="font-medium hover:text-brand-text">
                {home.name}
              </Way>
              <span className="text-ink-3">{roleWord(home.role)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {mayAct && <Acts account={data} />}
      {me.role === 'superadmin' && data.id !== me.user_id && <GiveRole account={data} />}
    </>
  );
}

function Standing({ account }: { account: StaffAccountPage }) {
  const { i18n } = useLingui();
  const words = useStateWords();
  const { factors } = account;
  const facts = [
    [i18n._('State'), words[account.state]],
    [i18n._('Address confirmed'), <When key="verified" at={account.email_verified_at} />],
    [i18n._('Second factors'), factors.length === 0 ? i18n._('none') : factors.join(', ')],
    [i18n._('Sessions'), String(account.sessions)],
    [i18n._('API keys'), String(account.api_keys)],
    [i18n._('Calls'), account.tier === 'premium' ? i18n._('Premium') : i18n._('Standard')],
    [i18n._('Last signed in'), <When key="login" at={account.last_login_at} />],
    [i18n._('Made'), <When key="made" at={account.created_at} />],
    ...(account.locked_at
      ? ([[i18n._('Locked by staff'), <When key="locked" at={account.locked_at} />]] as const)
      : []),
    ...(account.sign_in_locked_until
      ? ([
          [i18n._('Wrong passwords, locked until'), <When key="until" at={account.sign_in_locked_until} />],
        ] as const)
      : []),
    ...(account.deletion_due_at
      ? ([[i18n._('Will be erased'), <When key="due" at={account.deletion_due_at} />]] as const)
      : []),
    ...(account.staff_role ? ([[i18n._('Staff role'), roleWord(account.staff_role)]] as const) : []),
  ] as const;
  return (
    <Card>
      <CardHeader title={i18n._('How it stands')} />
      <Facts facts={facts} />
    </Card>
  );
}

type Deed = 'lock' | 'unlock' | 'end-sessions' | 'password' | 'premium' | 'standard';

function Acts({ account }: { account: StaffAccountPage }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [deed, setDeed] = useState<Deed>();
  const { id } = account;
  const act = useMutation({
    mutationFn: ({ what, reason }: { what: Deed; reason: string }) => perform(what, id, reason),
    onSuccess: (now) => {
      queries.setQueryData(['staff', 'user', id], now);
      setDeed(undefined);
      showToast({ title: i18n._('Done. They get a mail about it.') });
    },
  });
  const isLocked = account.locked_at !== null || account.sign_in_locked_until !== null;
  const told: Readonly<Record<Deed, readonly [string, string]>> = {
    lock: [
      i18n._('Lock this account?'),
      i18n._(
        'They are signed out everywhere, nobody signs in, and their API keys rest until it is unlocked.',
      ),
    ],
    unlock: [i18n._('Unlock this account?'), i18n._('They can sign in again, also after wrong passwords.')],
    password: [
      i18n._('Ask for a new password?'),
      i18n._('They choose one the next time they sign in, before anything else.'),
    ],
    premium: [i18n._('Make it premium?'), i18n._('Their programs may make more calls a minute, at once.')],
    standard: [
      i18n._('Make it a standard account?'),
      i18n._('Their programs may make as many calls a minute as everybody’s, at once.'),
    ],
    'end-sessions': [i18n._('Sign them out everywhere?'), i18n._('They can sign in again at once.')],
  };
  const [title, what] = told[deed ?? 'lock'];
  const confirms: Readonly<Record<Deed, string>> = {
    lock: i18n._('Lock'),
    unlock: i18n._('Unlock'),
    password: i18n._('Ask for it'),
    premium: i18n._('Make premium'),
    standard: i18n._('Make standard'),
    'end-sessions': i18n._('Sign out'),
  };
  const confirm = confirms[deed ?? 'lock'];
  return (
    <Card>
      <CardHeader
        title={i18n._('Act on it')}
        note={i18n._('Each act takes a reason, and the person reads it in a mail and in their history.')}
      />
      <div className="flex flex-wrap gap-2">
        {isLocked && <Button onClick={() => setDeed('unlock')}>{i18n._('Unlock')}</Button>}
        <Button onClick={() => setDeed('end-sessions')}>{i18n._('End all sessions')}</Button>
        <Button onClick={() => setDeed('password')}>{i18n._('Ask for a new password')}</Button>
        <Button onClick={() => setDeed(account.tier === 'premium' ? 'standard' : 'premium')}>
          {account.tier === 'premium' ? i18n._('Make standard') : i18n._('Make premium')}
        </Button>
        {account.locked_at === null && (
          <Button kind="danger" onClick={() => setDeed('lock')}>
            {i18n._('Lock')}
          </Button>
        )}
      </div>
      <ReasonDialog
        key={deed}
        open={deed !== undefined}
        title={title}
        confirm={confirm}
        danger={deed === 'lock'}
        busy={act.isPending}
        error={act.error}
        onConfirm={(reason) => deed && act.mutate({ what: deed, reason })}
        onClose={() => {
          act.reset();
          setDeed(undefined);
        }}
      >
        {what}
      </ReasonDialog>
    </Card>
  );
}

async function perform(what: Deed, id: string, reason: string) {
  const call = { params: { path: { id } }, body: { reason } };
  if (what === 'lock') return await got(api.POST('/admin/users/{id}/lock/', call));
  if (what === 'unlock') return await got(api.POST('/admin/users/{id}/unlock/', call));
  if (what === 'premium' || what === 'standard')
    return await got(
      api.POST('/admin/users/{id}/tier/', { params: call.params, body: { tier: what, reason } }),
    );
  if (what === 'password') return await got(api.POST('/admin/users/{id}/require-new-password/', call));
  return await got(api.POST('/admin/users/{id}/end-sessions/', call));
}
