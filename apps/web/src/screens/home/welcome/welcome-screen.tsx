import type { HouseholdType } from '@kinwise/api-client/schema';
import { newId } from '@kinwise/core/ids';
import type { PayCycle } from '@kinwise/core/pay-periods';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { todayIn } from '../../../clock.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, switchHousehold, useSession } from '../../../shell/session.ts';
import { useSignOut } from '../../../shell/use-sign-out.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import {
  currencyChoices,
  deviceTimeZone,
  householdTypes,
  timeZoneChoices,
} from '../parts/household-words.ts';
import { isWholeCycle, PayCycleFields } from '../parts/pay-cycle-fields.tsx';
import { TypeTiles } from '../parts/type-tiles.tsx';
import { endOnboarding } from '../setup/onboarding.ts';
import { SetupCard } from '../setup/setup-card.tsx';

type Wish = { name: string; type: HouseholdType; currency: string; time_zone: string; pay_cycle: PayCycle };

/** The first minute: names the household and how its pay comes. What is not said is filled in and can be changed later. */
export function WelcomeScreen() {
  const { i18n } = useLingui();
  const usualName = useUsualName();
  const [id] = useState(newId);
  const [wish, setWish] = useState<Wish>(() => {
    const time_zone = deviceTimeZone();
    const pay_cycle = { kind: 'fortnightly', anchor_on: todayIn(time_zone) } as const;
    return { name: '', type: 'family', currency: 'NZD', time_zone, pay_cycle };
  });
  const leaving = useSignOut();
  const make = useMake(id);
  const send = (chosen: Wish) => make.mutate({ ...chosen, name: chosen.name.trim() || usualName });
  return (
    <SetupCard
      step={1}
      title={i18n._('Your household')}
      intro={i18n._('The people you share money with. You can change all of this later.')}
    >
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          send(wish);
        }}
      >
        {make.isError && (
          <ProblemNote title={i18n._('The household was not made')}>{sayProblem(make.error)}</ProblemNote>
        )}
        <HouseholdFields wish={wish} usualName={usualName} onChange={setWish} />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            kind="primary"
            size="large"
            busy={make.isPending}
            disabled={!isWholeCycle(wish.pay_cycle)}
            className="flex-1"
          >
            {i18n._('Go on')}
          </Button>
        </div>
        <p className="text-center text-sm text-ink-3">
          {i18n._('In a hurry? Press Go on: everything has a sensible beginning.')}
        </p>
        <p className="text-center text-sm text-ink-3">
          {i18n._('You need no household? Your account works without one.')}
          <span className="flex flex-wrap justify-center gap-x-2">
            <Link to="/settings" onClick={endOnboarding} className={buttonClass('quiet', 'small')}>
              {i18n._('Your settings')}
            </Link>
            <Button kind="quiet" size="small" onClick={() => void leaving.begin()}>
              {i18n._('Sign out')}
            </Button>
          </span>
        </p>
        {leaving.question}
      </form>
    </SetupCard>
  );
}

function HouseholdFields({
  wish,
  usualName,
  onChange,
}: {
  wish: Wish;
  usualName: string;
  onChange: (wish: Wish) => void;
}) {
  const { i18n } = useLingui();
  return (
    <>
      <TypeTiles
        value={wish.type}
        onChange={(type) => {
          const kind = householdTypes().find((one) => one.type === type)?.cycle ?? 'fortnightly';
          onChange({ ...wish, type, pay_cycle: { kind, anchor_on: wish.pay_cycle.anchor_on } });
        }}
      />
      <TextField
        label={i18n._('What is it called?')}
        placeholder={usualName}
        autoComplete="off"
        maxLength={80}
        value={wish.name}
        onChange={(event) => onChange({ ...wish, name: event.target.value })}
      />
      <PayCycleFields cycle={wish.pay_cycle} onChange={(pay_cycle) => onChange({ ...wish, pay_cycle })} />
      <Place wish={wish} onChange={onChange} />
    </>
  );
}

/** Currency and time zone are nearly always right by themselves: one line, until somebody wants to change them. */
function Place({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const zone = timeZoneChoices(wish.time_zone).find((one) => one.value === wish.time_zone);
  if (!open) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
        {i18n._('Money in {currency}, days by the clock of {place}.', {
          currency: wish.currency,
          place: zone?.label ?? wish.time_zone,
        })}
        <button
          type="button"
          className="min-h-11 rounded-button font-semibold text-brand-text"
          onClick={() => setOpen(true)}
        >
          {i18n._('Change')}
        </button>
      </p>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Combobox
        label={i18n._('Currency')}
        choices={currencyChoices()}
        value={wish.currency}
        onChange={(currency) => onChange({ ...wish, currency: currency ?? 'NZD' })}
      />
      <Combobox
        label={i18n._('Time zone')}
        choices={timeZoneChoices(wish.time_zone)}
        value={wish.time_zone}
        onChange={(next) => onChange({ ...wish, time_zone: next ?? deviceTimeZone() })}
      />
    </div>
  );
}

function useMake(id: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (wish: Wish) => {
      const household = await got(api.POST('/households/', { body: { id, ...wish } }));
      await refreshMe();
      // Who has another one already goes on with this one.
      await switchHousehold(household.id);
      return household;
    },
    onSuccess: () => void navigate({ to: '/setup/account', replace: true }),
  });
}

/** What a household is called whose people do not name it. */
function useUsualName(): string {
  const { i18n } = useLingui();
  const session = useSession();
  const name = session.kind === 'someone' ? session.me.first_name : '';
  return name === '' ? i18n._('Our household') : i18n._('{name}’s household', { name });
}
