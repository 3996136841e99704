import { dayAt } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { instantMs } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { lookAround } from '../../shell/leaving.ts';
import { signOut, useSession } from '../../shell/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useUiSettings } from '../../ui/settings.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { GuestCard } from './guest-frame.tsx';
import { useKeepAccount } from './use-keep-account.ts';

/** For who is about to be erased: after asking for it a goodbye, after signing in again the question whether it stands. */
export function LeavingScreen() {
  const session = useSession();
  const { until } = useSearch({ from: '/guest/leaving' });
  if (session.kind === 'someone' && session.me.deletion_due_at)
    return <StillLeaving due={session.me.deletion_due_at} />;
  return <Goodbye until={until} />;
}

function StillLeaving({ due }: { due: string }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const day = useDayOf(due);
  const keep = useKeepAccount(() => void navigate({ to: '/', replace: true }));
  return (
    <GuestCard
      title={i18n._('Your account will be erased')}
      intro={i18n._('You asked for it. On {day} everything that tells of you goes, for good.', { day })}
    >
      <div className="space-y-3">
        {keep.isError && (
          <ProblemNote title={i18n._('It was not cancelled')}>{sayProblem(keep.error)}</ProblemNote>
        )}
        <Button
          kind="primary"
          size="large"
          className="w-full"
          busy={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {i18n._('Keep my account')}
        </Button>
        <Button size="large" className="w-full" onClick={() => void signOut()}>
          {i18n._('Leave it to be erased, and sign out')}
        </Button>
        <Button
          kind="quiet"
          className="w-full"
          onClick={() => {
            lookAround();
            void navigate({ to: '/', replace: true });
          }}
        >
          {i18n._('Look at my data first')}
        </Button>
      </div>
    </GuestCard>
  );
}

function Goodbye({ until }: { until: string | undefined }) {
  const { i18n } = useLingui();
  const day = useDayOf(until);
  return (
    <GuestCard
      title={i18n._('You are signed out')}
      intro={
        day === undefined
          ? i18n._('Your account will be erased when its time of grace is over.')
          : i18n._('Your account will be erased on {day}. We have sent you a mail about it.', { day })
      }
    >
      <p className="mb-5 text-ink-2">
        {i18n._(
          'If you change your mind before then, sign in and keep it. The copy on this device is deleted.',
        )}
      </p>
      <Link to="/sign-in" className={buttonClass('secondary', 'large')}>
        {i18n._('Sign in')}
      </Link>
    </GuestCard>
  );
}

function useDayOf(at: string): string;
function useDayOf(at: string | undefined): string | undefined;
function useDayOf(at: string | undefined): string | undefined {
  const { locale } = useUiSettings();
  if (at === undefined || !/^\d{4}-\d\d-\d\dT/.test(at)) return undefined;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return formatDay(dayAt(instantMs(at), zone), 'date', locale);
}
