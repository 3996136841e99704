import type { Family } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { remember } from '../../shell/device.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Pill } from '../../ui/chip.tsx';
import { ProblemNote, SkeletonRows } from '../../ui/states.tsx';
import { FAMILY_MARK } from './family-mark.ts';
import { GuestCard } from './guest-frame.tsx';
import { PinForm } from './pin-form.tsx';

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
  return (
    <GuestCard title={i18n._('Kia ora {name}', { name: kid.display_name })}>
      <PinForm membership={kid.membership_id} onDone={() => void navigate({ to: '/', replace: true })}>
        <Button size="large" icon={ArrowLeft} className="w-full" onClick={onBack}>
          {i18n._('That is not me')}
        </Button>
      </PinForm>
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
