import type { ColumnRole, FoundMapping, Import } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { withRole } from './mapping.ts';
import { why } from './mapping-choices.tsx';

type Column = NonNullable<Import['columns']>[number];

type Props = {
  columns: readonly Column[];
  mapping: FoundMapping;
  onChange: (mapping: FoundMapping) => void;
};

/** What each column holds, beside a few of its values. Empty columns keep out of the way. */
export function ColumnRoles({ columns, mapping, onChange }: Props) {
  const { i18n } = useLingui();
  const [all, setAll] = useState(false);
  // With another delimiter or line of names the columns are not known until the file is read again.
  const roles = mapping.columns;
  if (roles === undefined) {
    return <p className="text-ink-2">{i18n._('The columns are found anew when the file is read again.')}</p>;
  }
  const places = columns.map((column, index) => ({ column, index, role: roles[String(index)] ?? 'ignore' }));
  const used = places.filter(({ column, role }) => role !== 'ignore' || column.samples.length > 0);
  const shown = all ? places : used;
  return (
    <section>
      <h3 className="text-base">{i18n._('Columns')}</h3>
      <p className="text-sm text-ink-3">{why(mapping, 'columns')}</p>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map(({ column, index, role }) => (
          <ColumnCard
            key={index}
            column={column}
            index={index}
            role={role}
            onRole={(next) => onChange(withRole(mapping, index, next))}
          />
        ))}
      </ul>
      {!all && used.length < places.length && (
        <Button kind="quiet" size="small" className="mt-2" onClick={() => setAll(true)}>
          {i18n._('{count, plural, one {Show # empty column} other {Show # empty columns}}', {
            count: places.length - used.length,
          })}
        </Button>
      )}
    </section>
  );
}

function ColumnCard({
  column,
  index,
  role,
  onRole,
}: {
  column: Column;
  index: number;
  role: ColumnRole;
  onRole: (role: ColumnRole) => void;
}) {
  const { i18n } = useLingui();
  return (
    <li className="rounded-cell border border-line p-3.5">
      <Select
        label={column.name || i18n._('Column {number}', { number: index + 1 })}
        choices={roleChoices()}
        value={role}
        onChange={onRole}
      />
      <ul aria-label={i18n._('Some of its values')} className="mt-2 space-y-0.5">
        {column.samples.slice(0, 3).map((sample, place) => (
          <li key={place} className="kw-tnum truncate text-sm text-ink-3">
            {sample}
          </li>
        ))}
      </ul>
    </li>
  );
}

function roleChoices(): { value: ColumnRole; label: string }[] {
  return [
    { value: 'ignore', label: i18n._('Not used') },
    { value: 'date', label: i18n._('Day') },
    { value: 'amount', label: i18n._('Amount') },
    { value: 'debit', label: i18n._('Money out') },
    { value: 'credit', label: i18n._('Money in') },
    { value: 'direction', label: i18n._('In or out, as a word') },
    { value: 'payee', label: i18n._('Payee') },
    { value: 'memo', label: i18n._('Memo') },
    { value: 'reference', label: i18n._('Reference') },
    { value: 'balance', label: i18n._('Running balance') },
    { value: 'booked_date', label: i18n._('Day it was booked') },
    { value: 'value_date', label: i18n._('Day of value') },
    { value: 'currency', label: i18n._('Currency') },
    { value: 'fee', label: i18n._('Fee') },
    { value: 'category', label: i18n._('Category') },
    { value: 'tags', label: i18n._('Tags') },
    { value: 'kind', label: i18n._('Kind of entry') },
    { value: 'account', label: i18n._('Account') },
    { value: 'counter_account', label: i18n._('Account of the other side') },
    { value: 'status', label: i18n._('Pending or booked') },
    { value: 'bank_id', label: i18n._('The bank’s own number of the row') },
    { value: 'foreign_amount', label: i18n._('Amount in another currency') },
    { value: 'foreign_currency', label: i18n._('The other currency') },
    { value: 'rate', label: i18n._('Exchange rate') },
    { value: 'person', label: i18n._('Share of a person') },
  ];
}
