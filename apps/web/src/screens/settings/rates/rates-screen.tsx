import { parseDay } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowRightLeft, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import type { ExchangeRate } from '../../../api/types.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { currencyChoices } from '../../home/parts/household-words.ts';

/** Exchange rates by day. An entry keeps the rate of its day, so that old sums never move. */
export function RatesScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const rates = useRates();
  return (
    <Page
      title={i18n._('Exchange rates')}
      note={i18n._(
        'What other currencies are worth in {currency}, by day. An entry keeps the rate of its day.',
        {
          currency: household.currency,
        },
      )}
      narrow
    >
      <Card>
        {household.may('categories.manage') && <NewRate />}
        {rates.isPending && <SkeletonRows />}
        {rates.isError && (
          <ProblemNote tone="close" title={i18n._('The rates could not be read')}>
            {sayProblem(rates.error)}
          </ProblemNote>
        )}
        {rates.data?.length === 0 && (
          <EmptyState icon={ArrowRightLeft} title={i18n._('No rates yet')}>
            {i18n._('They are needed only for accounts in other currencies.')}
          </EmptyState>
        )}
        <ul className="divide-y divide-line">
          {rates.data?.map((rate) => (
            <RateLine key={rate.id} rate={rate} />
          ))}
        </ul>
      </Card>
    </Page>
  );
}

function useRates() {
  const { household } = useOffline();
  return useQuery({
    queryKey: ['exchange rates', household],
    queryFn: async () =>
      (await got(api.GET('/exchange-rates/', { params: { query: { page_size: 100 } } }))).results,
  });
}

function NewRate() {
  const { i18n } = useLingui();
  const { currency, today } = useHousehold();
  const queries = useQueryClient();
  const [base, setBase] = useState<string>();
  const [on, setOn] = useState<string>(today);
  const [rate, setRate] = useState('');
  const add = useMutation({
    mutationFn: (from: string) =>
      got(api.POST('/exchange-rates/', { body: { base: from, quote: currency, on, rate: rate.trim() } })),
    onSuccess: async () => {
      setRate('');
      await queries.invalidateQueries({ queryKey: ['exchange rates'] });
    },
  });
  const ready = base !== undefined && parseDay(on) !== undefined && /^\d+(\.\d+)?$/.test(rate.trim());
  return (
    <form
      className="mb-4 space-y-3 border-b border-line pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) add.mutate(base);
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
          value={rate}
          onChange={(event) => setRate(event.target.value)}
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
  );
}

function RateLine({ rate }: { rate: ExchangeRate }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const household = useHousehold();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => got(api.DELETE('/exchange-rates/{id}/', { params: { path: { id: rate.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['exchange rates'] }),
    onError: (error) =>
      showToast({ title: i18n._('It was not deleted'), description: sayProblem(error), tone: 'over' }),
  });
  return (
    <li className="flex items-center gap-3 py-1.5">
      <span className="kw-tnum min-w-0 flex-1 font-medium">
        1 {rate.base} = {rate.rate} {rate.quote}
      </span>
      <span className="text-sm text-ink-3">
        {formatDay(rate.on, 'medium', { ...locale, today: household.today })}
      </span>
      {household.may('categories.manage') && (
        <IconButton
          icon={Trash2}
          size="small"
          disabled={remove.isPending}
          label={i18n._('Delete the rate of {base} on {day}', { base: rate.base, day: rate.on })}
          onClick={() => remove.mutate()}
        />
      )}
    </li>
  );
}
