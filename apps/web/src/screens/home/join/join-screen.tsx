import type { InvitationCard } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import type { Role } from '@kinwise/core/capabilities';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, switchHousehold, useSession } from '../../../shell/session.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { GuestCard } from '../../identity/guest-frame.tsx';
import { deviceTimeZone } from '../parts/household-words.ts';
import { endOnboarding } from '../setup/onboarding.ts';
import { roleMeaning, roleName } from '../household/role-words.ts';

/** Where an invitation leads: who invites, into what, as what; then sign in or up, then accept. */
export function JoinScreen() {
  const { i18n } = useLingui();
  const { token } = useSearch({ from: '/guest/invitation' });
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () =>
      got(api.GET('/invitations/by-token/{token}/', { params: { path: { token: token ?? '' } } })),
    enabled: token !== undefined,
    retry: false,
  });
  if (token === undefined || invitation.isError) {
    return (
      <GuestCard title={i18n._('An invitation')}>
        <ProblemNote
          title={i18n._('This invitation cannot be used')}
          action={
            <>
              {invitation.isError && (
                <Button onClick={() => void invitation.refetch()}>{i18n._('Try again')}</Button>
              )}
              <Link to="/sign-in" className={buttonClass('secondary')}>
                {i18n._('Sign in')}
              </Link>
            </>
          }
        >
          {invitation.isError
            ? sayProblem(invitation.error)
            : i18n._('The address is not complete. Open the link once more as it was sent.')}
        </ProblemNote>
      </GuestCard>
    );
  }
  if (!invitation.data) {
    return (
      <GuestCard title={i18n._('An invitation')}>
        <SkeletonRows rows={2} />
      </GuestCard>
    );
  }
  return (
    <GuestCard
      title={i18n._('{name} invites you', { name: invitation.data.inviter_name })}
      intro={i18n._('To share the money matters of {household}.', {
        household: invitation.data.household_name,
      })}
    >
      <Facts invitation={invitation.data} />
      <WaysOn token={token} invitation={invitation.data} />
    </GuestCard>
  );
}

function Facts({ invitation }: { invitation: InvitationCard }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const role = invitation.role as Role;
  const until = dayAt(instantMs(invitation.expires_at), deviceTimeZone());
  return (
    <>
      {invitation.message && (
        <blockquote className="mb-4 border-l-4 border-good-line pl-4 text-ink-2">
          {invitation.message}
        </blockquote>
      )}
      <div className="flex gap-3 rounded-cell bg-sunk p-4">
        <Users aria-hidden size={20} className="mt-0.5 shrink-0 text-plum" />
        <div>
          <p className="font-semibold">{i18n._('You would be: {role}', { role: roleName(role) })}</p>
          <p className="text-ink-2">{roleMeaning(role)}</p>
        </div>
      </div>
      <p className="mt-3 text-sm text-ink-3">
        {i18n._('Open until {day}.', { day: formatDay(until, 'medium', locale) })}
        {invitation.email_hint && ` ${i18n._('For {email}.', { email: invitation.email_hint })}`}
      </p>
    </>
  );
}

function WaysOn({ token, invitation }: { token: string; invitation: InvitationCard }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const session = useSession();
  const accept = useMutation({
    mutationFn: async () => {
      const household = await got(
        api.POST('/invitations/by-token/{token}/accept/', { params: { path: { token } } }),
      );
      await refreshMe();
      await switchHousehold(household.id);
    },
    onSuccess: () => {
      // Others have made the household already.
      endOnboarding();
      void navigate({ to: '/', replace: true });
    },
  });
  if (session.kind !== 'someone') {
    const here = `/invitation?token=${encodeURIComponent(token)}`;
    return (
      <div className="mt-6 space-y-2">
        <Link
          to="/register"
          search={{ invitation: token }}
          className={`${buttonClass('primary', 'large')} w-full`}
        >
          {i18n._('Make an account and join')}
        </Link>
        <Link to="/sign-in" search={{ next: here }} className={`${buttonClass('secondary', 'large')} w-full`}>
          {i18n._('I have one: sign in')}
        </Link>
      </div>
    );
  }
  return (
    <div className="mt-6 space-y-3">
      {accept.isError && (
        <ProblemNote title={i18n._('You have not joined')}>{sayProblem(accept.error)}</ProblemNote>
      )}
      <Button
        kind="primary"
        size="large"
        className="w-full"
        busy={accept.isPending}
        onClick={() => accept.mutate()}
      >
        {i18n._('Join {household}', { household: invitation.household_name })}
      </Button>
      <p className="text-center text-sm text-ink-3">
        {i18n._('You are signed in as {email}.', { email: session.me.email })}
      </p>
    </div>
  );
}
