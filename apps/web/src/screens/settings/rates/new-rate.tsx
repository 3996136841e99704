import type { NewExchangeRate } from '@kinwise/api-client/schema';
import { parseDay } from '@kinwise/core/days';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { currencyChoices } from '../../home/parts/household-words.ts';
import { typedRate } from './typed-rate.ts';
import { useRateWrite } from './use-rates.ts';

/** The rate of one day, against the household's currency. */
export function NewRate() {
  const { i18n } = useLingui();
  const { currency, today } = useHousehold();
  const [base, setBase] = useState<string>();
  const [on, setOn] = useState<string>(today);
  const [typed, setTyped] = useState('');
  const add = useRateWrite(
    (body: NewExchangeRate) => got(api.POST('/exchange-rates/', { body })),
    () => {
      setTyped('');
      showToast({ title: i18n._('The rate is added') });
    },
  );
  const rate = typedRate(typed);
  const day = parseDay(on);
  const ready = base !== undefined && rate !== undefined && day !== undefined;
  return (
    <Card>
      <CardHeader title={i18n._('Add a rate')} />
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) add.mutate({ base, quote: currency, on: day, rate });
        }}
      >
        {add.isError && (
          <ProblemNote title={i18n._('The rate was not added')}>{sayProblem(add.error)}</ProblemNote>
        )}
        <div className="grid gap-3 sm:grid-cols-3">
          <Combobox
            label={i18n._('One unit of')}
            choices={currencyChoices().filter((one) => one.value !== currency)}
            value={base}
            placeholder="USD"
            onChange={setBase}
          />
          <TextField
            label={i18n._('is worth in {currency}', { currency })}
            inputMode="decimal"
            autoComplete="off"
            placeholder="1.6543"
            value={typed}
            error={
              typed.trim() !== '' && rate === undefined
                ? i18n._('A number above zero, such as 1.6543.')
                : undefined
            }
            onChange={(event) => setTyped(event.target.value)}
          />
          <TextField
            label={i18n._('on')}
            type="date"
            max={today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        </div>
        <SignalButton type="submit" kind="primary" busy={add.isPending} disabled={!ready}>
          {i18n._('Add the rate')}
        </SignalButton>
      </form>
    </Card>
  );
}
