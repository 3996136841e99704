import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { DeadLink } from './dead-link.tsx';
import { GuestCard } from './guest-frame.tsx';
import { refusalOf } from './refusals.ts';
import { useLink } from './use-link.ts';

/** Where the mails to the old address lead, for somebody who did not change it. Goes on to a new password. */
export function UndoEmailScreen() {
  const { i18n } = useLingui();
  const { token } = useLink();
  const navigate = useNavigate();
  const undo = useMutation({
    mutationFn: (link: string) => got(api.POST('/auth/email/change/undo/', { body: { token: link } })),
    onSuccess: ({ reset_token }) =>
      void navigate({ to: '/reset-password', search: { token: reset_token }, replace: true }),
  });
  const spent = undo.isError && refusalOf(undo.error, deviceClock.now()).kind === 'spent';
  if (token === undefined || spent) return <NoLink spent={spent} />;
  return (
    <GuestCard
      title={i18n._('It was not you?')}
      intro={i18n._(
        'This keeps the account at your old address, or brings it back there. Every device is signed out, the password is worth nothing any more, and passkeys and apps that were set up since are removed. Then you set a new password.',
      )}
    >
      <div className="space-y-4">
        {undo.isError && (
          <ProblemNote title={i18n._('It was not undone')}>{sayProblem(undo.error)}</ProblemNote>
        )}
        <Button
          kind="primary"
          size="large"
          icon={Undo2}
          className="w-full"
          busy={undo.isPending}
          onClick={() => undo.mutate(token)}
        >
          {i18n._('Undo the change of the address')}
        </Button>
        <p className="text-center text-sm text-ink-3">
          {i18n._('If it was you, close this page: nothing happens.')}
        </p>
      </div>
    </GuestCard>
  );
}

function NoLink({ spent }: { spent: boolean }) {
  const { i18n } = useLingui();
  return (
    <DeadLink
      title={i18n._('It was not you?')}
      spent={
        spent
          ? i18n._('It was used already, or its days are over. A new password signs out every device too.')
          : undefined
      }
      ways={
        <Link to="/forgot-password" className={buttonClass('primary')}>
          {i18n._('Set a new password')}
        </Link>
      }
    />
  );
}
