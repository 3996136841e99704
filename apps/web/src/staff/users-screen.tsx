import type { StaffAccount } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Card } from '../ui/card.tsx';
import { Pill } from '../ui/chip.tsx';
import { TextField } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { More, Title, When } from './parts.tsx';
import { useStateWords } from './state-words.ts';
import { Way } from './way.tsx';
import { roleWord } from './role-words.ts';

const TONES = {
  active: 'good',
  guarded: 'plain',
  unverified: 'close',
  locked: 'over',
  leaving: 'close',
} as const;

type State = StaffAccount['state'] | 'any';

/** Finds an account by address, name or id. */
export function UsersScreen() {
  const { i18n } = useLingui();
  const words = useStateWords();
  const [q, setQ] = useState('');
  const [state, setState] = useState<State>('any');
  const [cursor, setCursor] = useState<string>();
  const query = { q, ...(state !== 'any' && { state }), ...(cursor !== undefined && { cursor }) };
  const found = useQuery({
    queryKey: ['staff', 'users', query],
    queryFn: () => got(api.GET('/admin/users/', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const states = (['active', 'guarded', 'unverified', 'locked', 'leaving'] as const).map((value) => ({
    value,
    label: words[value],
  }));
  return (
    <>
      <Title note={i18n._('How accounts stand; never what is in their households.')}>
        {i18n._('Accounts')}
      </Title>
      <Card>
        <div className="mb-3 grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <TextField
            type="search"
            label={i18n._('Email, name or id')}
            maxLength={100}
            value={q}
            onChange={(event) => {
              setQ(event.target.value);
              setCursor(undefined);
            }}
          />
          <Select<State>
            label={i18n._('State')}
            value={state}
            choices={[{ value: 'any', label: i18n._('Any') }, ...states]}
            onChange={(value) => {
              setState(value);
              setCursor(undefined);
            }}
          />
        </div>
        {found.isPending && <SkeletonRows />}
        {found.isError && (
          <ProblemNote title={i18n._('The accounts could not be read')}>
            {sayProblem(found.error)}
          </ProblemNote>
        )}
        {found.data?.results.length === 0 && <EmptyState icon={Search} title={i18n._('Nobody was found')} />}
        <ul className="divide-y divide-line" aria-label={i18n._('Accounts')}>
          {found.data?.results.map((account) => (
            <AccountLine key={account.id} account={account} />
          ))}
        </ul>
        <More next={found.data?._meta.next_cursor} onMore={setCursor} />
      </Card>
    </>
  );
}

function AccountLine({ account }: { account: StaffAccount }) {
  const { i18n } = useLingui();
  const words = useStateWords();
  const { id, email, first_name, last_name, state, staff_role } = account;
  const name = `${first_name} ${last_name}`.trim();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <Way
        to={`users/${id}`}
        className="min-w-0 flex-1 basis-60 font-medium break-words hover:text-brand-text"
      >
        {name === '' ? email : name}
        {name !== '' && <span className="block text-sm font-normal break-words text-ink-3">{email}</span>}
      </Way>
      {staff_role && <Pill tone="plum">{roleWord(staff_role)}</Pill>}
      <Pill tone={TONES[state]}>{words[state]}</Pill>
      <span className="text-sm text-ink-3">
        {i18n._('Last seen:')} <When at={account.last_login_at} />
      </span>
    </li>
  );
}
