import type { ImportRow } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRow } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Switch } from '../../../ui/field.tsx';
import { Money } from '../../../ui/money.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { useCategoryChoices, useCategoryNames } from '../../category-names.ts';
import { StatePill } from './row-line.tsx';
import { stateMeaning } from './words.ts';

type Decide = (row: ImportRow, change: { include?: boolean; category_id?: string | null }) => void;

type RowSheetProps = { row: ImportRow | undefined; editable: boolean; onClose: () => void; decide: Decide };

/** Everything about one row: what the file says, why it has its state, its category, whether it comes in. */
export function RowSheet({ row, editable, onClose, decide }: RowSheetProps) {
  const { i18n } = useLingui();
  return (
    <Sheet
      open={row !== undefined}
      onClose={onClose}
      title={row?.payee || i18n._('Line {line}', { line: row?.line ?? 0 })}
      aside={
        row && row.amount !== null && row.currency !== null ? (
          <Money amount={row.amount} currency={row.currency} meaning="entry" />
        ) : undefined
      }
      actions={
        <Button kind="primary" className="w-full" onClick={onClose}>
          {i18n._('Done')}
        </Button>
      }
    >
      {row && (
        <div className="space-y-5">
          <div>
            <StatePill row={row} />
            <p className="mt-2 text-ink-2">{row.reason || stateMeaning(row.state)}</p>
          </div>
          <Match row={row} />
          {row.state !== 'rejected' && editable && <Decisions row={row} decide={decide} />}
          <Facts row={row} />
        </div>
      )}
    </Sheet>
  );
}

function Decisions({ row, decide }: { row: ImportRow; decide: Decide }) {
  const { i18n } = useLingui();
  const choices = useCategoryChoices(row.amount?.startsWith('-') ? 'expense' : 'income');
  const names = useCategoryNames();
  const proposed = row.proposed && names.get(row.proposed.category_id);
  return (
    <>
      <Switch
        label={i18n._('Bring it in')}
        on={row.include}
        onChange={(include) => decide(row, { include })}
      />
      {row.state !== 'duplicate' && row.state !== 'transfer' && (
        <Combobox
          label={i18n._('Category')}
          choices={choices}
          value={row.category_id ?? undefined}
          placeholder={i18n._('No category yet')}
          onChange={(id) => decide(row, { category_id: id ?? null })}
        />
      )}
      {row.proposed && proposed && (
        <div className="flex gap-3 rounded-cell border border-good-line bg-good-soft p-3.5">
          <Lightbulb aria-hidden size={18} className="mt-0.5 shrink-0 text-good-text" />
          <div className="min-w-0 flex-1">
            <p className="font-semibold">{i18n._('Proposed: {name}', { name: proposed.name })}</p>
            <p className="text-sm text-ink-2">{row.proposed.reason}</p>
          </div>
          {row.category_id !== proposed.id && (
            <Button size="small" onClick={() => decide(row, { category_id: proposed.id })}>
              {i18n._('Take it')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The entry that the row met, so that the two can be compared. */
function Match({ row }: { row: ImportRow }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const match = useRow('transaction', row.matches_id ?? undefined);
  if (!match) return null;
  const entry = match.row;
  return (
    <div className="rounded-cell border border-line bg-sunk p-3.5">
      <p className="text-sm text-ink-3">
        {row.state === 'transfer' ? i18n._('The other side') : i18n._('In your books already')}
      </p>
      <p className="mt-1 flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{entry.payee ?? i18n._('No payee')}</span>
        <Money amount={entry.amount} currency={entry.currency} />
      </p>
      <p className="text-sm text-ink-2">{formatDay(entry.occurred_on, 'full', locale)}</p>
    </div>
  );
}

function Facts({ row }: { row: ImportRow }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const facts: [string, ReactNode][] = [
    [i18n._('Day'), row.on && formatDay(row.on, 'full', locale)],
    [i18n._('Memo'), row.memo],
    [i18n._('Reference'), row.reference],
    [i18n._('Line of the file'), row.line],
    [i18n._('What stands there'), row.text && <code className="text-sm break-all">{row.text}</code>],
  ];
  return (
    <dl className="divide-y divide-line border-t border-line">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined &&
          value !== '' && (
            <div key={name} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-3 py-2.5">
              <dt className="text-sm text-ink-3">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
