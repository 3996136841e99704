import type { AccountDeletion } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { signOut, useSomeone } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';

/** What goes, what stays, what stands in the way; and the address typed out, so that no slip of a finger does it. */
export function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const [typed, setTyped] = useState('');
  const plan = useQuery({
    queryKey: ['deletion'],
    queryFn: () => got(api.GET('/privacy/deletion/')),
    enabled: open,
    staleTime: 0,
  });
  const leave = useLeave();
  const blocked = (plan.data?.households.blocking.length ?? 0) > 0;
  const same = typed.trim().toLowerCase() === me.email.toLowerCase();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={i18n._('Erase your account?')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Keep it')}</Button>
          <SignalButton
            kind="danger"
            busy={leave.isPending}
            disabled={!same || blocked || !plan.data}
            onClick={() => leave.mutate()}
          >
            {i18n._('Erase my account')}
          </SignalButton>
        </>
      }
    >
      <div className="space-y-4">
        {plan.isPending && <SkeletonRows rows={2} />}
        {plan.isError && (
          <ProblemNote title={i18n._('It cannot be said what would happen')}>
            {sayProblem(plan.error)}
          </ProblemNote>
        )}
        {plan.data && <Plan plan={plan.data} />}
        {leave.isError && (
          <ProblemNote title={i18n._('Your account was not touched')}>{sayProblem(leave.error)}</ProblemNote>
        )}
        {!blocked && (
          <TextField
            label={i18n._('Type your address, {email}, to go on', { email: me.email })}
            value={typed}
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}

function Plan({ plan }: { plan: AccountDeletion }) {
  const { i18n } = useLingui();
  const { erased, shared, blocking } = plan.households;
  if (blocking.length > 0)
    return (
      <ProblemNote
        tone="close"
        title={i18n._('Somebody has to stay in charge')}
        action={
          <Link to="/household" className="font-semibold text-brand-text underline underline-offset-4">
            {i18n._('To the household')}
          </Link>
        }
      >
        {i18n._(
          'You are the only admin, and others belong to it: {names}. Hand it over, or delete it, first.',
          { names: namesOf(blocking) },
        )}
      </ProblemNote>
    );
  return (
    <ul className="list-disc space-y-1.5 pl-5 text-ink-2 marker:text-ink-3">
      <Point>
        {i18n._(
          'You are signed out everywhere at once. For {days} days you can sign in and keep your account; then there is no way back.',
          { days: plan.grace_days },
        )}
      </Point>
      <Point>
        {i18n._('Your name, address, devices, private accounts and the files that you brought are erased.')}
      </Point>
      {erased.length > 0 && (
        <Point>
          <strong className="text-over-text">
            {i18n._('Nobody else belongs to {names}: it goes with everything in it.', {
              names: namesOf(erased),
            })}
          </strong>
        </Point>
      )}
      {shared.length > 0 && (
        <Point>
          {i18n._('Others go on with {names}. Your entries there stay, under “Former member”.', {
            names: namesOf(shared),
          })}
        </Point>
      )}
      <Point>{i18n._('Make a copy of your data first, if you want to keep something.')}</Point>
    </ul>
  );
}

function Point({ children }: { children: ReactNode }) {
  return <li className="text-pretty">{children}</li>;
}

function namesOf(households: readonly { name: string }[]): string {
  return households.map((one) => `“${one.name}”`).join(', ');
}

/** Asks, forgets the copy on this device, and ends at the page that says goodbye. */
function useLeave() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => got(api.POST('/privacy/deletion/')),
    onSuccess: async ({ due_at }) => {
      await signOut();
      await navigate({ to: '/leaving', search: { until: due_at ?? '' }, replace: true });
    },
  });
}
