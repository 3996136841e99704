import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import type { PendingEmailChange } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { instantMs } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { MailboxLink } from '../../identity/dev-status.tsx';

const KEY = ['email change'];

/** Another address: asked for here, confirmed by the mail to it, and called off as long as it waits. */
export function EmailChange() {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const standing = useQuery({ queryKey: KEY, queryFn: () => got(api.GET('/auth/email/change/')) });
  const pending = standing.data?.pending;
  if (pending) return <Pending change={pending} />;
  if (open) return <ChangeForm onClose={() => setOpen(false)} />;
  return (
    <p className="mt-4">
      <SignalButton size="small" onClick={() => setOpen(true)}>
        {i18n._('Change the address')}
      </SignalButton>
    </p>
  );
}

function ChangeForm({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => got(api.POST('/auth/email/change/', { body: { new_email: email.trim() } })),
    onSuccess: (standing) => {
      queries.setQueryData(KEY, standing);
      onClose();
    },
  });
  const wrong = ask.error instanceof ProblemError ? ask.error.at('/new_email') : undefined;
  return (
    <form
      noValidate
      className="mt-4 max-w-md space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      {ask.isError && wrong === undefined && (
        <ProblemNote title={i18n._('The address was not changed')}>{sayProblem(ask.error)}</ProblemNote>
      )}
      <TextField
        label={i18n._('New address')}
        hint={i18n._('We send a link there. Until it is opened, the old address stays.')}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoFocus
        value={email}
        error={wrong}
        onChange={(event) => setEmail(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <SignalButton type="submit" kind="primary" busy={ask.isPending} disabled={!/\S@\S/.test(email)}>
          {i18n._('Send the link')}
        </SignalButton>
        <Button onClick={onClose}>{i18n._('Cancel')}</Button>
      </div>
    </form>
  );
}

function Pending({ change }: { change: PendingEmailChange }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const until = useUntil(change.expires_at);
  const cancel = useMutation({
    mutationFn: () => got(api.DELETE('/auth/email/change/')),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <div className="mt-4">
      <ProblemNote
        tone="close"
        title={i18n._('{email} is not confirmed yet', { email: change.new_email })}
        action={
          <SignalButton size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {i18n._('Call the change off')}
          </SignalButton>
        }
      >
        <p>
          {i18n._(
            'Open the link in the mail to that address. The old address was told, and can undo the change for some days.',
          )}
        </p>
        <p>{i18n._('The link is good until: {time}', { time: until })}</p>
        {cancel.isError && <p role="alert">{sayProblem(cancel.error)}</p>}
        <MailboxLink />
      </ProblemNote>
    </div>
  );
}

function useUntil(at: string): string {
  const { locale } = useUiSettings();
  const { time_zone, today } = useDayClock();
  const ms = instantMs(at);
  return `${formatNearDay(dayAt(ms, time_zone), today, locale)}, ${formatTime(ms, time_zone, locale)}`;
}
