import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote, Skeleton } from '../../ui/states.tsx';
import { DeadLink } from './dead-link.tsx';
import { GuestCard } from './guest-frame.tsx';
import { refusalOf } from './refusals.ts';
import { enter } from './waiting-step.ts';

/** Where a device link leads. One press, because cameras and chats open links by themselves. */
export function ChildLinkScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  // Behind the hash the token reaches no server before somebody presses.
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  const open = useMutation({
    mutationFn: async () => await enter(await got(api.POST('/auth/child-link/', { body: { token } }))),
    onSuccess: async () => await navigate({ to: '/', replace: true }),
  });
  const look = useQuery({
    queryKey: ['child-link', token],
    queryFn: () => got(api.POST('/auth/child-link/look/', { body: { token } })),
    // Once it is used up there is nothing left to look at.
    enabled: token !== '' && !open.isPending && !open.isSuccess,
    retry: false,
    gcTime: 0,
  });
  const error = open.error ?? look.error;
  if (token === '' || (error && refusalOf(error, deviceClock.now()).kind === 'spent')) return <NoLink />;
  return (
    <GuestCard
      title={look.data ? i18n._('Kia ora {name}', { name: look.data.child_name }) : i18n._('Kia ora')}
      intro={
        look.data &&
        i18n._('This signs you in to {household} on this device.', { household: look.data.household_name })
      }
    >
      <div className="space-y-4">
        {error && <ProblemNote title={i18n._('You are not in yet')}>{sayProblem(error)}</ProblemNote>}
        {look.isPending ? (
          <Skeleton className="h-12 w-full" />
        ) : (
          <Button
            kind="primary"
            size="large"
            className="w-full"
            busy={open.isPending}
            disabled={!look.data}
            onClick={() => open.mutate()}
          >
            {look.data
              ? i18n._('I am {name}: let me in', { name: look.data.child_name })
              : i18n._('Let me in')}
          </Button>
        )}
      </div>
    </GuestCard>
  );
}

function NoLink() {
  const { i18n } = useLingui();
  return (
    <DeadLink
      title={i18n._('A link for a device')}
      spent={i18n._('It works once and for a short time. Ask a guardian for a new one.')}
      ways={
        <Link to="/sign-in" className={buttonClass('primary')}>
          {i18n._('Sign in')}
        </Link>
      }
    />
  );
}
