import type { Organisation } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { BelongingCard } from './belonging-card.tsx';
import { OrganisationCard } from './organisation-card.tsx';

/** Organisations that the person administers, and the one that the household belongs to. */
export function OrganisationsScreen() {
  const { i18n } = useLingui();
  const { household } = useSomeone();
  const mine = useQuery({
    queryKey: ['organisations'],
    queryFn: async () => (await got(api.GET('/organisations/'))).results,
  });
  return (
    <Page
      title={i18n._('Organisations')}
      note={i18n._('A budgeting service, a hostel or a trust that several households belong to.')}
      narrow
    >
      <div className="space-y-4">
        {household !== undefined && <BelongingCard />}
        {mine.isPending && <SkeletonRows rows={2} />}
        {mine.isError && (
          <ProblemNote tone="close" title={i18n._('The organisations could not be read')}>
            {sayProblem(mine.error)}
          </ProblemNote>
        )}
        {mine.data?.map((one: Organisation) => (
          <OrganisationCard key={one.id} organisation={one} />
        ))}
        <MakeCard />
      </div>
    </Page>
  );
}

function MakeCard() {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => got(api.POST('/organisations/', { body: { name: name.trim() } })),
    onSuccess: () => {
      setName('');
      void queries.invalidateQueries({ queryKey: ['organisations'] });
    },
  });
  return (
    <Card>
      <CardHeader
        title={i18n._('Make an organisation')}
        note={i18n._('You are its owner, and invite administrators and households by mail.')}
      />
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextField
          className="min-w-0 flex-1 basis-52"
          label={i18n._('Name of the organisation')}
          maxLength={80}
          value={name}
          error={make.isError ? sayProblem(make.error) : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <SignalButton type="submit" busy={make.isPending} disabled={name.trim() === ''}>
          {i18n._('Make it')}
        </SignalButton>
      </form>
    </Card>
  );
}
