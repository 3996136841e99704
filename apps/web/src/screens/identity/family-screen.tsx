import type { Family, SignInAnswer } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { ProblemError, problemOf } from '../../api/problem.ts';
import { sendWithCookie } from '../../api/session.ts';
import { remember } from '../../shell/device.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Pill } from '../../ui/chip.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { ProblemNote, SkeletonRows } from '../../ui/states.tsx';
import { FAMILY_MARK } from './family-mark.ts';
import { GuestCard } from './guest-frame.tsx';
import { enter } from './waiting-step.ts';

type Kid = Family['children'][number];

/** On a device of the family: who is it, and which PIN? */
export function FamilyScreen() {
  const { i18n } = useLingui();
  const [kid, setKid] = useState<Kid>();
  const family = useQuery({
    queryKey: ['family'],
    queryFn: () => got(api.GET('/auth/family/')),
    retry: false,
    gcTime: 0,
  });
  if (kid) return <PinCard kid={kid} onBack={() => setKid(undefined)} />;
  const notOurs = family.error instanceof ProblemError && family.error.code === 'AUTH_1063';
  if (notOurs) return <NoDevice />;
  return (
    <GuestCard title={i18n._('Who is it?')} intro={family.data?.household_name}>
      {family.isPending && <SkeletonRows rows={2} />}
      {family.isError && (
        <ProblemNote title={i18n._('Nobody can sign in here at the moment')}>
          {sayProblem(family.error)}
        </ProblemNote>
      )}
      {family.data?.locked && (
        <div className="mb-4">
          <ProblemNote tone="close" title={i18n._('This device is locked')}>
            {i18n._('There were too many wrong PINs. A guardian unlocks it on the screen Children.')}
          </ProblemNote>
        </div>
      )}
      <ul className="space-y-2" aria-label={i18n._('Who is it?')}>
        {family.data?.children.map((one) => (
          <li key={one.membership_id}>
            <button
              type="button"
              disabled={!one.has_pin || one.locked || family.data.locked}
              onClick={() => setKid(one)}
              className="flex min-h-14 w-full items-center gap-3 rounded-button border border-line-strong px-3 text-left font-semibold transition-colors hover:border-ink-3 disabled:bg-sunk disabled:font-normal disabled:text-ink-3"
            >
              <Avatar person={{ id: one.membership_id, name: one.display_name }} />
              <span className="min-w-0 flex-1 truncate">{one.display_name}</span>
              {one.locked && <Pill tone="over">{i18n._('Locked')}</Pill>}
              {!one.has_pin && <span className="text-sm">{i18n._('No PIN yet')}</span>}
            </button>
          </li>
        ))}
      </ul>
      {family.data?.children.length === 0 && (
        <p className="text-ink-2">{i18n._('A guardian adds children on the screen Children.')}</p>
      )}
      <p className="mt-6 text-center">
        <Link to="/sign-in" className="font-semibold text-brand-text underline-offset-4 hover:underline">
          {i18n._('Somebody else')}
        </Link>
      </p>
    </GuestCard>
  );
}

function PinCard({ kid, onBack }: { kid: Kid; onBack: () => void }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [pin, setPin] = useState('');
  const signIn = useMutation({
    mutationFn: async () => {
      const body = { membership_id: kid.membership_id, pin };
      const response = await sendWithCookie('auth/family/sign-in/', body);
      if (!response.ok) throw await problemOf(response);
      await enter((await response.json()) as SignInAnswer);
    },
    gcTime: 0,
    onSuccess: async () => await navigate({ to: '/', replace: true }),
    onError: () => setPin(''),
  });
  return (
    <GuestCard title={i18n._('Kia ora {name}', { name: kid.display_name })}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <PasswordField
          label={i18n._('Your PIN')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          autoFocus
          value={pin}
          error={signIn.isError && pin === '' ? sayProblem(signIn.error) : undefined}
          onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
        />
        <p role="alert" className="sr-only">
          {signIn.isError && pin === '' && sayProblem(signIn.error)}
        </p>
        <Button
          type="submit"
          kind="primary"
          size="large"
          className="w-full"
          busy={signIn.isPending}
          disabled={pin.length < 4}
        >
          {i18n._('Sign in')}
        </Button>
        <Button size="large" icon={ArrowLeft} className="w-full" onClick={onBack}>
          {i18n._('That is not me')}
        </Button>
      </form>
    </GuestCard>
  );
}

function NoDevice() {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('This is no family device')}>
      <ProblemNote
        tone="close"
        title={i18n._('Children sign in by PIN on family devices only')}
        action={
          <Link
            to="/sign-in"
            className={buttonClass('primary')}
            onClick={() => remember(FAMILY_MARK, undefined)}
          >
            {i18n._('Sign in another way')}
          </Link>
        }
      >
        {i18n._('A guardian makes this device one: on the screen Children, by “Use this device”.')}
      </ProblemNote>
    </GuestCard>
  );
}
