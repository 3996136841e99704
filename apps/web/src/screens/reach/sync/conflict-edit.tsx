import { readTypedAmount } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import type { FieldName, PlainRow } from '../../../offline/entities.ts';
import { useRows } from '../../../offline/hooks.tsx';
import type { Operation } from '../../../offline/operation.ts';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useCategoryChoices } from '../../category-names.ts';
import { fieldName } from './field-name.ts';

/** Fields that can be mended where they stand; anything larger is opened in its own screen. */
const TEXTS = setOf('payee', 'name', 'name_mi', 'notes', 'memo', 'reference', 'amount', 'occurred_on');
const CHOICES = setOf('account_id', 'category_id');

/** The fields of a refused change that this form can mend. */
export function editableFields(operation: Operation): string[] {
  if (operation.kind !== 'create' && operation.kind !== 'update') return [];
  return Object.keys(operation.body).filter((name) => TEXTS.has(name) || CHOICES.has(name));
}

/** Mends a refused change in place, field by field, and sends it again. */
export function ConflictEdit({
  operation,
  currency,
  onSave,
  onCancel,
}: {
  operation: Operation;
  /** Of the row, for its amount. */
  currency: string;
  onSave: (body: PlainRow) => void;
  onCancel: () => void;
}) {
  const { i18n } = useLingui();
  const fields = editableFields(operation);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field, textOf(operation.body[field])])),
  );
  const amount = typed['amount'] === undefined ? '' : readTypedAmount(typed['amount'], currency);
  const set = (field: string, value: string) => setTyped({ ...typed, [field]: value });

  function save(event: React.FormEvent) {
    event.preventDefault();
    if (amount === undefined) return;
    // An emptied field is sent as nothing, which is what the person sees.
    const body = fields.map((field) => [field, field === 'amount' ? amount : typed[field]?.trim() || null]);
    onSave(Object.fromEntries(body) as PlainRow);
  }

  return (
    <form onSubmit={save} className="mt-4 space-y-4 rounded-cell bg-sunk p-4">
      {fields.map((field) =>
        CHOICES.has(field) ? (
          <Choice key={field} field={field} value={typed[field] ?? ''} onChange={(id) => set(field, id)} />
        ) : (
          <TextField
            key={field}
            label={fieldName(field)}
            type={field === 'occurred_on' ? 'date' : 'text'}
            inputMode={field === 'amount' ? 'decimal' : undefined}
            value={typed[field] ?? ''}
            error={
              field === 'amount' && amount === undefined
                ? i18n._('This is no amount. It looks like 1,234.50.')
                : undefined
            }
            onChange={(event) => set(field, event.target.value)}
          />
        ),
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary">
          {i18n._('Send it like this')}
        </Button>
        <Button onClick={onCancel}>{i18n._('Cancel')}</Button>
      </div>
    </form>
  );
}

function Choice({
  field,
  value,
  onChange,
}: {
  field: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const categories = useCategoryChoices();
  const accounts = (useRows('account') ?? []).map(({ id, row }) => ({ value: id, label: row.name }));
  return (
    <Combobox
      label={fieldName(field)}
      choices={field === 'account_id' ? accounts : categories}
      value={value === '' ? undefined : value}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

function setOf(...names: FieldName[]): ReadonlySet<string> {
  return new Set(names);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
