import type { LinkedIdentity } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Unlink, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { leaveFor, useProviders } from '../../identity/provider-journey.ts';
import { useDayOf } from './use-factors.ts';

/** Accounts at Google and other providers that sign the person in. Nothing where no provider is set up. */
export function ProvidersCard() {
  const { i18n } = useLingui();
  const providers = useProviders();
  const identities = useIdentities();
  const link = useMutation({
    mutationFn: (provider: string) => leaveFor(provider, { purpose: 'link' }),
  });
  const none = providers.data?.length === 0 && identities.data?.length === 0;
  if (none || !providers.data) return null;
  const free = providers.data.filter(({ id }) => !identities.data?.some((one) => one.provider === id));
  return (
    <Card>
      <CardHeader
        title={i18n._('Linked accounts')}
        note={i18n._('Accounts elsewhere, with the same email address, that sign you in here.')}
      />
      {link.isError && (
        <ProblemNote title={i18n._('It was not linked')}>{sayProblem(link.error)}</ProblemNote>
      )}
      {identities.isPending && <SkeletonRows rows={1} />}
      {identities.isError && (
        <ProblemNote tone="close" title={i18n._('The linked accounts could not be read')}>
          {sayProblem(identities.error)}
        </ProblemNote>
      )}
      <ul className="divide-y divide-line">
        {identities.data?.map((one) => (
          <IdentityLine key={one.id} identity={one} />
        ))}
      </ul>
      {identities.data && free.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {free.map(({ id, name }) => (
            <SignalButton
              key={id}
              icon={UserRoundCheck}
              busy={(link.isPending || link.isSuccess) && link.variables === id}
              onClick={() => link.mutate(id)}
            >
              {i18n._('Link {name}', { name })}
            </SignalButton>
          ))}
        </div>
      )}
    </Card>
  );
}

function IdentityLine({ identity }: { identity: LinkedIdentity }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { id, provider_name: name, email } = identity;
  const unlink = useMutation({
    mutationFn: () => got(api.DELETE('/auth/oidc/identities/{id}/', { params: { path: { id } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['identities'] });
      showToast({ title: i18n._('{name} no longer signs you in', { name }) });
    },
  });
  const used =
    identity.last_used_at === null
      ? i18n._('Not used yet')
      : i18n._('Last used: {day}', { day: dayOf(identity.last_used_at) });
  const close = () => {
    setOpen(false);
    unlink.reset();
  };
  return (
    <li className="flex items-center gap-3 py-3">
      <IconTile icon={UserRoundCheck} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{name}</p>
        <p className="text-sm break-all text-ink-3">{email}</p>
        <p className="text-sm text-ink-3">
          {[used, i18n._('Linked: {day}', { day: dayOf(identity.created_at) })].join(' · ')}
        </p>
      </div>
      <Button size="small" icon={Unlink} onClick={() => setOpen(true)}>
        {i18n._('Unlink')}
      </Button>
      <ConfirmDialog
        open={open}
        danger
        busy={unlink.isPending}
        title={i18n._('Unlink {name}?', { name })}
        confirm={i18n._('Unlink')}
        cancel={i18n._('Keep it')}
        onConfirm={() => unlink.mutate()}
        onCancel={close}
      >
        {unlink.isError
          ? sayProblem(unlink.error)
          : i18n._('It can no longer sign you in. You can link it again at any time.')}
      </ConfirmDialog>
    </li>
  );
}

function useIdentities() {
  return useQuery({
    queryKey: ['identities'],
    queryFn: async () => (await got(api.GET('/auth/oidc/identities/'))).results,
  });
}
