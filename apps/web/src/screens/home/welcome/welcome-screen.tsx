import { CURRENCIES } from '@kinwise/core/currencies';
import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import { PAY_CYCLES, type PayCycleKind } from '@kinwise/core/pay-periods';
import { useLingui } from '@lingui/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import type { HouseholdType } from '../../../api/types.ts';
import { todayIn } from '../../../clock.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, signOut, useSession } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { GuestCard } from '../../identity/guest-frame.tsx';

/** The first minute: names the household and how its pay comes. Everything else can wait. */
export function WelcomeScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const session = useSession();
  const zone = session.kind === 'someone' && session.me.timezone ? session.me.timezone : 'Pacific/Auckland';
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [type, setType] = useState<HouseholdType>('family');
  const [currency, setCurrency] = useState<string | undefined>('NZD');
  const [kind, setKind] = useState<PayCycleKind>('fortnightly');
  const [payday, setPayday] = useState<string>(todayIn(zone));
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function make(event: React.FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const pay_cycle = { kind, anchor_on: payday as Day };
      await got(
        api.POST('/households/', {
          body: { id, name: name.trim(), type, currency: currency ?? 'NZD', time_zone: zone, pay_cycle },
        }),
      );
      await refreshMe();
      await navigate({ to: '/' });
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  }

  const types: { name: HouseholdType; label: string }[] = [
    { name: 'family', label: i18n._('Family') },
    { name: 'couple', label: i18n._('Couple') },
    { name: 'student', label: i18n._('Flat') },
    { name: 'individual', label: i18n._('Just me') },
  ];
  const cycles: Record<PayCycleKind, string> = {
    weekly: i18n._('Every week'),
    fortnightly: i18n._('Every two weeks'),
    four_weekly: i18n._('Every four weeks'),
    twice_monthly: i18n._('Twice a month'),
    monthly: i18n._('Every month'),
    quarterly: i18n._('Every quarter'),
    yearly: i18n._('Every year'),
    custom: i18n._('Another rhythm'),
  };
  return (
    <GuestCard
      title={i18n._('Your household')}
      intro={i18n._('The people you share money with. You can change all of this later.')}
    >
      <form onSubmit={(event) => void make(event)} className="space-y-4">
        {problem !== undefined && (
          <ProblemNote title={i18n._('The household was not made')}>{sayProblem(problem)}</ProblemNote>
        )}
        <TextField
          label={i18n._('What is it called?')}
          placeholder={i18n._('Ngata whānau')}
          autoComplete="off"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Segments
          label={i18n._('Who you are')}
          choices={types}
          value={type}
          onChange={setType}
          className="flex w-full"
        />
        <Combobox
          label={i18n._('Currency')}
          choices={CURRENCIES.map((code) => ({ value: code, label: code }))}
          value={currency}
          onChange={setCurrency}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={i18n._('Pay comes')}
            choices={PAY_CYCLES.filter((cycle) => cycle !== 'custom').map((cycle) => ({
              value: cycle,
              label: cycles[cycle],
            }))}
            value={kind}
            onChange={setKind}
          />
          <TextField
            label={i18n._('The next payday')}
            type="date"
            required
            value={payday}
            onChange={(event) => setPayday(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          kind="primary"
          size="large"
          busy={busy}
          disabled={name.trim() === '' || !currency}
          className="w-full"
        >
          {i18n._('Begin')}
        </Button>
        <Button kind="quiet" className="w-full" onClick={() => void signOut()}>
          {i18n._('Sign out')}
        </Button>
      </form>
    </GuestCard>
  );
}
