import type { MailCodeRequested } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { MailboxLink } from './dev-status.tsx';
import { GuestCard } from './guest-frame.tsx';
import { refusalOf } from './refusals.ts';
import { SignInRefusal } from './sign-in-refusal.tsx';
import { useCountdown } from './use-countdown.ts';
import { enter } from './waiting-step.ts';
import { Wait } from './wait.tsx';

/** The next mail may be asked for after this long: most of them just take a moment. */
const PAUSE_MS = 30_000;

type Sent = MailCodeRequested & { readonly email: string };

/** Signing in by a code in a mail: first the address, then the six digits. */
export function MailCodeCard({ known, onBack }: { known: string; onBack: () => void }) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState(known);
  const [sent, setSent] = useState<Sent>();
  const [pausedMs, setPausedMs] = useState<number>();
  const left = useCountdown(pausedMs);
  const send = useMutation({
    mutationFn: async () => {
      const to = email.trim();
      return { ...(await got(api.POST('/auth/otp/request/', { body: { email: to } }))), email: to };
    },
    onSuccess: (answer) => {
      setSent(answer);
      setPausedMs(deviceClock.now() + PAUSE_MS);
    },
    onError: (error) => {
      const refusal = refusalOf(error, deviceClock.now());
      if (refusal.kind === 'hurried') setPausedMs(refusal.untilMs);
    },
  });
  const again = { left, busy: send.isPending, send: () => send.mutate() };
  return (
    <GuestCard
      title={sent ? i18n._('Type the code') : i18n._('Sign in by a code')}
      intro={
        sent
          ? i18n._(
              'If {email} belongs to an account and is confirmed, a mail with six digits is on its way. They work for {minutes} minutes, and once.',
              { email: sent.email, minutes: Math.round(sent.expires_in / 60) },
            )
          : i18n._('We send six digits to your address. With them you are in, without your password.')
      }
    >
      <div className="space-y-4">
        {send.isError && <Refused error={send.error} at={send.submittedAt} email={email.trim()} />}
        {sent ? (
          <CodeForm key={sent.request_id} sent={sent} again={again} />
        ) : (
          <AddressForm email={email} onChange={setEmail} again={again} />
        )}
        <p className="flex flex-wrap justify-center gap-x-4">
          {sent && (
            <Button kind="quiet" onClick={() => setSent(undefined)}>
              {i18n._('Another address')}
            </Button>
          )}
          <Button kind="quiet" onClick={onBack}>
            {i18n._('Sign in with the password')}
          </Button>
        </p>
        <p className="text-center">
          <MailboxLink />
        </p>
      </div>
    </GuestCard>
  );
}

type Again = { readonly left: number; readonly busy: boolean; readonly send: () => void };

function AddressForm(props: { email: string; onChange: (email: string) => void; again: Again }) {
  const { i18n } = useLingui();
  const { email, onChange, again } = props;
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (again.left === 0) again.send();
      }}
    >
      <TextField
        label={i18n._('Email')}
        type="email"
        autoComplete="email"
        inputMode="email"
        autoFocus
        value={email}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button
        type="submit"
        kind="primary"
        size="large"
        className="w-full"
        busy={again.busy}
        disabled={again.left > 0 || !/\S@\S/.test(email)}
      >
        {i18n._('Send the code')}
        <Wait left={again.left} />
      </Button>
    </form>
  );
}

function CodeForm({ sent, again }: { sent: Sent; again: Again }) {
  const { i18n } = useLingui();
  const [code, setCode] = useState('');
  const [remember, setRemember] = useState(true);
  const digits = code.replace(/\s/g, '');
  const verify = useMutation({
    mutationFn: async () => {
      const { request_id, email } = sent;
      const body = { request_id, email, code: digits, remember_me: remember };
      await enter(await got(api.POST('/auth/otp/verify/', { body })));
    },
  });
  const complete = /^\d{6}$/.test(digits);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) verify.mutate();
      }}
    >
      {verify.isError && <Refused error={verify.error} at={verify.submittedAt} email={sent.email} />}
      <TextField
        label={i18n._('Code of the mail')}
        hint={i18n._('Six digits. A newer mail makes the ones before it worthless.')}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={12}
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Checkbox
        label={i18n._('Stay signed in on this device')}
        checked={remember}
        onChange={(event) => setRemember(event.target.checked)}
      />
      <Button
        type="submit"
        kind="primary"
        size="large"
        className="w-full"
        busy={verify.isPending}
        disabled={!complete}
      >
        {i18n._('Sign in')}
      </Button>
      <Button
        size="large"
        className="w-full"
        busy={again.busy}
        disabled={again.left > 0}
        onClick={again.send}
      >
        {i18n._('Send a new code')}
        <Wait left={again.left} />
      </Button>
    </form>
  );
}

/** Each refusal is a note of its own, so that a screen reader hears the second like the first. */
function Refused({ error, at, email }: { error: unknown; at: number; email: string }) {
  const [nowMs] = useState(deviceClock.now);
  return <SignInRefusal key={at} refused={{ refusal: refusalOf(error, nowMs), error }} name={email} />;
}
