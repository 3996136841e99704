import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Card } from '../ui/card.tsx';
import { Pill } from '../ui/chip.tsx';
import { TextField } from '../ui/field.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { More, Title } from './parts.tsx';
import { Way } from './way.tsx';

/** Finds a household by name or id. */
export function HouseholdsScreen() {
  const { i18n } = useLingui();
  const [q, setQ] = useState('');
  const [cursor, setCursor] = useState<string>();
  const query = { q, ...(cursor !== undefined && { cursor }) };
  const found = useQuery({
    queryKey: ['staff', 'households', query],
    queryFn: () => got(api.GET('/admin/households/', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Title note={i18n._('That they are there, and how many belong to them. Nothing of their money.')}>
        {i18n._('Households')}
      </Title>
      <Card>
        <TextField
          type="search"
          className="mb-3"
          label={i18n._('Name or id')}
          maxLength={100}
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
            setCursor(undefined);
          }}
        />
        {found.isPending && <SkeletonRows />}
        {found.isError && (
          <ProblemNote title={i18n._('The households could not be read')}>
            {sayProblem(found.error)}
          </ProblemNote>
        )}
        {found.data?.results.length === 0 && <EmptyState icon={Search} title={i18n._('None was found')} />}
        <ul className="divide-y divide-line" aria-label={i18n._('Households')}>
          {found.data?.results.map(({ id, name, type, currency, members_count: count, deleted_at }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
              <Way
                to={`households/${id}`}
                className="min-w-0 flex-1 basis-48 font-medium break-words hover:text-brand-text"
              >
                {name}
              </Way>
              {deleted_at !== null && <Pill tone="over">{i18n._('Deleted')}</Pill>}
              <span className="text-sm text-ink-3">
                {type} · {currency} · {i18n._('{count, plural, one {# member} other {# members}}', { count })}
              </span>
            </li>
          ))}
        </ul>
        <More next={found.data?._meta.next_cursor} onMore={setCursor} />
      </Card>
    </>
  );
}
