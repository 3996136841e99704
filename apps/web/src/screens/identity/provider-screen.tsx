import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { sessionNow } from '../../shell/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { GuestCard } from './guest-frame.tsx';
import {
  type Answered,
  comeBack,
  type CameBack,
  type Journey,
  journeyNow,
  leaveFor,
  useProviders,
  wayOn,
} from './provider-journey.ts';
import { ProviderTerms } from './provider-terms.tsx';
import { enter } from './waiting-step.ts';

/** Where a provider sends people back to. What it put into the address works once, and leaves the address at once. */
export function ProviderScreen() {
  const { i18n } = useLingui();
  const { provider } = useParams({ from: '/guest/oidc/$provider' });
  const name = useNameOf(provider);
  const [journey] = useState(journeyNow);
  const { back, isComplete } = useComingBack(provider, journey);
  if (!isComplete)
    return (
      <NotDone name={name} journey={journey} provider={provider}>
        {i18n._('The address is not complete. Begin again.')}
      </NotDone>
    );
  if (back.isError)
    return (
      <NotDone name={name} journey={journey} provider={provider} error={back.error}>
        {sayProblem(back.error)}
      </NotDone>
    );
  if (back.data?.kind === 'new')
    return <ProviderTerms provider={provider} name={name} journey={journey} arrival={back.data.arrival} />;
  return (
    <GuestCard title={i18n._('Back from {name}', { name })}>
      <p role="status" className="text-ink-2">
        {i18n._('One moment …')}
      </p>
    </GuestCard>
  );
}

function useComingBack(provider: string, journey: Journey) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { history } = useRouter();
  const search = useSearch({ from: '/guest/oidc/$provider' });
  const [answered] = useState<Answered>(() => search);
  const name = useNameOf(provider);
  const isComplete = answered.state !== undefined;
  const back = useMutation({
    mutationFn: async (): Promise<CameBack> => {
      const came = await comeBack(provider, journey, answered);
      if (came.kind === 'answered') await enter(came.answer);
      return came;
    },
    onSuccess: (came) => {
      if (came.kind === 'new') return;
      if (came.kind === 'linked') {
        showToast({ title: i18n._('{name} can sign you in', { name }) });
        return void navigate({ to: '/settings/security', replace: true });
      }
      // Who has a second factor is asked for it where people sign in.
      if (came.answer.mfa_required)
        return void navigate({ to: '/sign-in', search: { next: wayOn(journey) }, replace: true });
      return void navigate({ href: wayOn(journey), replace: true });
    },
  });
  const begun = useRef(false);
  const { mutate } = back;
  useEffect(() => {
    // It works once, so that a second run of this effect must not use it again.
    if (!isComplete || begun.current) return;
    begun.current = true;
    // Nothing of it stays in the address, in the history or on a picture of the screen.
    history.replace(`/oidc/${provider}`);
    mutate();
  }, [isComplete, history, provider, mutate]);
  return { back, isComplete };
}

type NotDoneProps = {
  provider: string;
  name: string;
  journey: Journey;
  error?: unknown;
  children: React.ReactNode;
};

/** What went wrong, in words, and the ways on. */
function NotDone({ provider, name, journey, error, children }: NotDoneProps) {
  const { i18n } = useLingui();
  const isLink = journey.purpose === 'link' && sessionNow().kind === 'someone';
  const again = useMutation({
    mutationFn: () => leaveFor(provider, isLink ? journey : { ...journey, purpose: 'sign_in' }),
  });
  const known = error instanceof ProblemError && error.code === 'AUTH_1026';
  return (
    <GuestCard
      title={isLink ? i18n._('{name} was not linked', { name }) : i18n._('You are not signed in yet')}
    >
      <div className="space-y-4">
        <ProblemNote
          tone={known ? 'close' : 'over'}
          title={known ? i18n._('You have an account already') : i18n._('{name} did not work out', { name })}
        >
          {again.isError ? sayProblem(again.error) : children}
        </ProblemNote>
        {known ? (
          <Link
            to="/sign-in"
            search={{ next: '/settings/security' }}
            className={`${buttonClass('primary', 'large')} w-full`}
          >
            {i18n._('Sign in')}
          </Link>
        ) : (
          <>
            <Button
              kind="primary"
              size="large"
              className="w-full"
              busy={again.isPending || again.isSuccess}
              onClick={() => again.mutate()}
            >
              {i18n._('Try again with {name}', { name })}
            </Button>
            {isLink ? (
              <Link to="/settings/security" className={`${buttonClass('secondary', 'large')} w-full`}>
                {i18n._('Back to Security')}
              </Link>
            ) : (
              <Link to="/sign-in" className={`${buttonClass('secondary', 'large')} w-full`}>
                {i18n._('Sign in another way')}
              </Link>
            )}
          </>
        )}
      </div>
    </GuestCard>
  );
}

function useNameOf(provider: string): string {
  const providers = useProviders();
  return providers.data?.find(({ id }) => id === provider)?.name ?? provider;
}
