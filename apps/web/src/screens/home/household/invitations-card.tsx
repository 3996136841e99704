import type { Invitation } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Link2, MailPlus } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { InviteSheet } from './invite-sheet.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { roleName } from './role-words.ts';
import { useHouseholdChange, useInvitations } from './use-household-rows.ts';

/** Invitations that are open, and the way to make another. */
export function InvitationsCard() {
  const { i18n } = useLingui();
  const invitations = useInvitations(true);
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<string>();
  const open = (invitations.data ?? []).filter((one) => one.status === 'pending' || one.status === 'expired');
  const invite = (
    <Button kind="primary" size="small" icon={MailPlus} onClick={() => setInviting(true)}>
      {i18n._('Invite')}
    </Button>
  );
  return (
    <Card>
      <CardHeader title={i18n._('Invitations')} aside={open.length > 0 && invite} className="items-center" />
      {invitations.isPending && <SkeletonRows rows={1} />}
      {invitations.isError && (
        <ProblemNote tone="close" title={i18n._('The invitations could not be read')}>
          {sayProblem(invitations.error)}
        </ProblemNote>
      )}
      {invitations.data && open.length === 0 && (
        <EmptyState icon={MailPlus} title={i18n._('Nobody is invited at the moment')} action={invite}>
          {i18n._('Send a mail, or a link by any messenger. You choose what they may see and do.')}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {open.map((one) => (
          <InvitationLine key={one.id} invitation={one} onLink={setLink} />
        ))}
      </ul>
      <InviteSheet
        key={String(inviting)}
        open={inviting}
        onClose={() => setInviting(false)}
        onLink={setLink}
      />
      <LinkDialog link={link} onClose={() => setLink(undefined)} />
    </Card>
  );
}

function InvitationLine({ invitation, onLink }: { invitation: Invitation; onLink: (link: string) => void }) {
  const { i18n } = useLingui();
  const path = { params: { path: { id: invitation.id } } };
  const resend = useHouseholdChange(() => got(api.POST('/invitations/{id}/resend/', { ...path, body: {} })));
  const revoke = useHouseholdChange(() => got(api.POST('/invitations/{id}/revoke/', path)));
  const onError = (error: unknown) =>
    showToast({ title: i18n._('That did not work'), description: sayProblem(error), tone: 'over' });
  const renew = () =>
    resend.mutate(undefined, {
      onError,
      onSuccess: ({ link }) => {
        if (invitation.email)
          showToast({ title: i18n._('Sent again to {email}', { email: invitation.email }) });
        else if (link) onLink(link);
      },
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <IconTile icon={invitation.email ? MailPlus : Link2} tone="plum" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-semibold">{invitation.email ?? i18n._('Whoever has the link')}</p>
        <p className="text-sm text-ink-3">
          {roleName(invitation.role)} · <Expiry invitation={invitation} />
        </p>
      </div>
      <div className="flex gap-2">
        <SignalButton size="small" busy={resend.isPending} onClick={renew}>
          {invitation.email ? i18n._('Send again') : i18n._('New link')}
        </SignalButton>
        <SignalButton
          size="small"
          kind="quiet"
          busy={revoke.isPending}
          onClick={() => revoke.mutate(undefined, { onError })}
        >
          {i18n._('Revoke')}
        </SignalButton>
      </div>
    </li>
  );
}

function Expiry({ invitation }: { invitation: Invitation }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const household = useHousehold();
  if (invitation.status === 'expired') return i18n._('has run out');
  const day = dayAt(instantMs(invitation.expires_at), household.time_zone);
  return i18n._('open until {day}', { day: formatDay(day, 'medium', { ...locale, today: household.today }) });
}
