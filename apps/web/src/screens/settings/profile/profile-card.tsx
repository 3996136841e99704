import type { Me } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { timeZoneChoices } from '../../home/parts/household-words.ts';
import { Completeness } from './completeness.tsx';
import { countryChoices } from './country-choices.ts';

type Wish = {
  first_name: string;
  last_name: string;
  username: string;
  display_name: string;
  phone: string;
  country: string;
  timezone: string;
  locale: string;
};

/** Who the person is to the others of the household. */
export function ProfileCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const before = wishOf(me);
  const [wish, setWish] = useState(before);
  const set = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const changed = Object.entries(wish).filter(([name, value]) => before[name as keyof Wish] !== value);
  const save = useMutation({
    mutationFn: async () => {
      const body = Object.fromEntries(changed.map(([name, value]) => [name, said(name, value.trim())]));
      const saved = await got(api.PATCH('/users/me/', { body }));
      setWish((typed) => settled(typed, { sent: wish, now: wishOf(saved) }));
      await refreshMe();
    },
    onSuccess: () => showToast({ title: i18n._('Saved') }),
  });
  const wrong = (pointer: string) =>
    save.error instanceof ProblemError ? save.error.at(pointer) : undefined;
  return (
    <Card>
      <CardHeader title={i18n._('You')} />
      <Completeness />
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.isError && (
          <ProblemNote title={i18n._('It was not saved')}>{sayProblem(save.error)}</ProblemNote>
        )}
        <Names wish={wish} wrong={wrong} onChange={set} />
        <Reached wish={wish} wrong={wrong} onChange={set} isChild={me.guarded} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Combobox
            label={i18n._('Your time zone')}
            choices={timeZoneChoices(wish.timezone)}
            value={wish.timezone}
            onChange={(timezone) => set({ timezone: timezone ?? before.timezone })}
          />
          <Select
            label={i18n._('Mails to you are in')}
            choices={[
              { value: 'en-NZ', label: 'English' },
              { value: 'mi-NZ', label: 'Te reo Māori' },
            ]}
            value={wish.locale}
            onChange={(locale) => set({ locale })}
          />
        </div>
        <SignalButton
          type="submit"
          kind="primary"
          busy={save.isPending}
          disabled={changed.length === 0 || wish.first_name.trim() === ''}
        >
          {i18n._('Save')}
        </SignalButton>
      </form>
    </Card>
  );
}

function wishOf(me: Me): Wish {
  return {
    first_name: me.first_name,
    last_name: me.last_name ?? '',
    username: me.username ?? '',
    display_name: me.chosen_name ?? '',
    phone: me.phone_formatted ?? '',
    country: me.country ?? '',
    timezone: me.timezone,
    locale: me.locale,
  };
}

/** As the server keeps it, a number in groups; what was typed on meanwhile stays. */
function settled(typed: Wish, { sent, now }: { sent: Wish; now: Wish }): Wish {
  const fields = Object.keys(typed) as (keyof Wish)[];
  return Object.fromEntries(
    fields.map((field) => [field, typed[field] === sent[field] ? now[field] : typed[field]]),
  ) as Wish;
}

/** What is taken away is null; of a name to be called by, an empty one is as good. */
function said(name: string, value: string): string | null {
  return value === '' && NULLABLE.includes(name) ? null : value;
}

const NULLABLE = ['phone', 'country', 'display_name'];

type PartProps = {
  wish: Wish;
  wrong: (pointer: string) => string | undefined;
  onChange: (part: Partial<Wish>) => void;
};

function Names({ wish, wrong, onChange }: PartProps) {
  const { i18n } = useLingui();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={i18n._('First name')}
        autoComplete="given-name"
        maxLength={80}
        value={wish.first_name}
        error={wrong('/first_name')}
        onChange={(event) => onChange({ first_name: event.target.value })}
      />
      <TextField
        label={i18n._('Last name')}
        autoComplete="family-name"
        maxLength={80}
        value={wish.last_name}
        error={wrong('/last_name')}
        onChange={(event) => onChange({ last_name: event.target.value })}
      />
      <TextField
        label={i18n._('What others call you')}
        hint={i18n._('Shown to your household. Empty: your first and last name.')}
        autoComplete="nickname"
        maxLength={80}
        value={wish.display_name}
        error={wrong('/display_name')}
        onChange={(event) => onChange({ display_name: event.target.value })}
      />
      <TextField
        label={i18n._('Username')}
        hint={i18n._('To sign in with instead of the email.')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={30}
        value={wish.username}
        error={wrong('/username')}
        onChange={(event) => onChange({ username: event.target.value })}
      />
    </div>
  );
}

/** What nobody but the person is shown. A child is asked for none of it. */
function Reached({ wish, wrong, onChange, isChild }: PartProps & { isChild: boolean }) {
  const { i18n } = useLingui();
  const countries = useMemo(() => countryChoices(i18n.locale), [i18n.locale]);
  if (isChild) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={i18n._('Telephone')}
        hint={i18n._('With the code of the country, such as +64. Only you see it.')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={40}
        value={wish.phone}
        error={
          wrong('/phone') &&
          i18n._('This is no whole number. Begin with the code of the country: +64 21 123 4567.')
        }
        onChange={(event) => onChange({ phone: event.target.value })}
      />
      <Combobox
        label={i18n._('Country')}
        hint={i18n._('Only you see it.')}
        choices={countries}
        value={wish.country || undefined}
        error={wrong('/country')}
        onChange={(country) => onChange({ country: country ?? '' })}
      />
    </div>
  );
}
