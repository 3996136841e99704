import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { MailboxLink } from './dev-status.tsx';
import { refusalOf } from './refusals.ts';
import { useCountdown } from './use-countdown.ts';
import { Wait } from './wait.tsx';

/** The next mail may be asked for after this long: most of them just take a moment. */
const PAUSE_MS = 30_000;

/**
 * Asks for the link that confirms an address once more. What it says is the same whether or not there is such an account.
 * `known` is the address where the person has typed it already, `invitation` what the link is to lead on to.
 */
export function ResendForm({ known = '', invitation }: { known?: string; invitation?: string | undefined }) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState(known);
  const [pausedMs, setPausedMs] = useState<number>();
  const left = useCountdown(pausedMs);
  const send = useMutation({
    mutationFn: () =>
      got(
        api.POST('/auth/email/resend/', {
          body: { email: email.trim(), ...(invitation !== undefined && { invitation_token: invitation }) },
        }),
      ),
    onSuccess: () => setPausedMs(deviceClock.now() + PAUSE_MS),
    onError: (error) => {
      const refusal = refusalOf(error, deviceClock.now());
      if (refusal.kind === 'hurried') setPausedMs(refusal.untilMs);
    },
  });
  return (
    <form
      noValidate
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (left === 0) send.mutate();
      }}
    >
      {known === '' && (
        <TextField
          label={i18n._('Email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      )}
      <p role="status" className={send.isError ? 'text-over-text' : 'text-ink-2'}>
        {send.isSuccess && i18n._('If the address waits for a link, a new one is on its way.')}
        {send.isError && sayProblem(send.error)}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={send.isPending} disabled={left > 0 || !email.includes('@')}>
          {i18n._('Send a new link')}
          <Wait left={left} />
        </Button>
        <MailboxLink />
      </div>
    </form>
  );
}
