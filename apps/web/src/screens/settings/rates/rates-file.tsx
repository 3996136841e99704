import type { ExchangeRatesRead } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { asForm } from '../../../api/form.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/field.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { useRateWrite } from './use-rates.ts';

/** Many days at once, from a table. */
export function RatesFile() {
  const { i18n } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [all, setAll] = useState(false);
  const upload = useRateWrite((file: File) => {
    const body = { ...(all && { currencies: 'all' }), file };
    return got(api.POST('/exchange-rates/upload/', { body, bodySerializer: asForm }));
  });
  return (
    <Card>
      <CardHeader title={i18n._('From a file')} />
      <p className="text-ink-2">
        {i18n._(
          'A CSV table: the one of the European Central Bank as it is (Date, USD, NZD …, for one euro), or the columns base, quote, on and rate. Days that are here already follow the file.',
        )}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,text/csv"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) upload.mutate(file);
            // The same file can be picked again after it was mended.
            event.target.value = '';
          }}
        />
        <SignalButton icon={FileUp} busy={upload.isPending} onClick={() => input.current?.click()}>
          {i18n._('Choose a CSV file')}
        </SignalButton>
        <Checkbox
          label={i18n._('Every currency in it, not only those of your accounts')}
          checked={all}
          onChange={(event) => setAll(event.target.checked)}
        />
      </div>
      <div role="status" className="mt-3 empty:hidden">
        {upload.isSuccess && <Outcome outcome={upload.data} />}
      </div>
      {upload.isError && (
        <div className="mt-3">
          <ProblemNote title={i18n._('The file was not taken in')}>{sayProblem(upload.error)}</ProblemNote>
        </div>
      )}
    </Card>
  );
}

function Outcome({ outcome }: { outcome: ExchangeRatesRead }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const day = (on: typeof today | null) => (on ? formatDay(on, 'short', { ...locale, today }) : '');
  return (
    <div className="rounded-cell bg-sunk p-4">
      <p className="font-semibold">
        {outcome.kept === 0
          ? i18n._('None of its currencies are in use here')
          : i18n._(
              '{count, plural, one {# rate is here} other {# rates are here}}, {changed} of them new or corrected',
              { count: outcome.kept, changed: outcome.changed },
            )}
      </p>
      {outcome.first_on && (
        <p className="text-ink-2">
          {i18n._('{from} to {to}: {currencies}', {
            from: day(outcome.first_on),
            to: day(outcome.last_on),
            currencies: outcome.currencies.join(', '),
          })}
        </p>
      )}
      {outcome.kept === 0 && outcome.read > 0 && (
        <p className="text-ink-2">{i18n._('Tick the box to keep every currency, and choose it again.')}</p>
      )}
      {outcome.skipped > 0 && (
        <details className="mt-2">
          <summary className="text-close-text">
            {i18n._('{count, plural, one {# line was left out} other {# lines were left out}}', {
              count: outcome.skipped,
            })}
          </summary>
          <ul className="mt-1 space-y-1 text-sm text-ink-2">
            {outcome.warnings.map((warning) => (
              <li key={warning.line}>
                {i18n._('Line {line}: {message}', { line: warning.line, message: warning.message })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
