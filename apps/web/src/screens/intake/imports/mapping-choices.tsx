import type { FoundMapping } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { type MappingChoice, withDelimiter, withHeaderLine } from './mapping.ts';

type Props = { mapping: FoundMapping; onChange: (mapping: FoundMapping) => void };

/** The choices about a whole table. Under each stands why it was made. */
export function MappingChoices({ mapping, onChange }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Delimiter mapping={mapping} onChange={onChange} />
      <HeaderLine mapping={mapping} onChange={onChange} />
      <DateOrder mapping={mapping} onChange={onChange} />
      <Sign mapping={mapping} onChange={onChange} />
      <DecimalMark mapping={mapping} onChange={onChange} />
    </div>
  );
}

function Delimiter({ mapping, onChange }: Props) {
  const { i18n } = useLingui();
  // Without one the table came from a workbook, whose cells need none.
  if (mapping.delimiter === undefined) return null;
  const choices = [
    { value: ',', label: i18n._('Comma  ,') },
    { value: ';', label: i18n._('Semicolon  ;') },
    { value: '\t', label: i18n._('Tab') },
    { value: '|', label: i18n._('Bar  |') },
  ];
  return (
    <Select
      label={i18n._('Between columns stands')}
      choices={choices}
      value={mapping.delimiter}
      hint={why(mapping, 'delimiter')}
      onChange={(delimiter) => onChange(withDelimiter(mapping, delimiter))}
    />
  );
}

function HeaderLine({ mapping, onChange }: Props) {
  const { i18n } = useLingui();
  return (
    <TextField
      label={i18n._('Line with the names of columns (0: none)')}
      type="number"
      min={0}
      max={200}
      inputMode="numeric"
      value={mapping.header_line ?? ''}
      hint={why(mapping, 'header_line')}
      onChange={(event) => {
        const line = event.target.valueAsNumber;
        if (Number.isInteger(line) && line >= 0) onChange(withHeaderLine(mapping, line));
      }}
    />
  );
}

function DateOrder({ mapping, onChange }: Props) {
  const { i18n } = useLingui();
  return (
    <Select
      label={i18n._('Days are written')}
      choices={[
        { value: 'dmy', label: i18n._('Day, month, year'), note: '22/11/2026' },
        { value: 'mdy', label: i18n._('Month, day, year'), note: '11/22/2026' },
        { value: 'ymd', label: i18n._('Year, month, day'), note: '2026-11-22' },
        { value: 'ydm', label: i18n._('Year, day, month'), note: '2026-22-11' },
      ]}
      value={mapping.date_order}
      hint={why(mapping, 'date_order')}
      onChange={(date_order) => onChange({ ...mapping, date_order })}
    />
  );
}

function Sign({ mapping, onChange }: Props) {
  const { i18n } = useLingui();
  const found = mapping.sign;
  return (
    <Select
      label={i18n._('A plus means')}
      choices={[
        { value: 'positive_in', label: i18n._('Money in') },
        { value: 'positive_out', label: i18n._('Money spent, as on many cards') },
        { value: 'words', label: i18n._('A column says which way'), disabled: found !== 'words' },
        {
          value: 'columns',
          label: i18n._('Out and in have columns of their own'),
          disabled: found !== 'columns',
        },
        { value: 'balance', label: i18n._('The running balance tells'), disabled: found !== 'balance' },
      ]}
      value={found}
      placeholder={i18n._('Found anew')}
      hint={why(mapping, 'sign')}
      onChange={(sign) => onChange({ ...mapping, sign })}
    />
  );
}

function DecimalMark({ mapping, onChange }: Props) {
  const { i18n } = useLingui();
  return (
    <Select
      label={i18n._('Before the cents stands')}
      choices={[
        { value: '.', label: i18n._('A point'), note: '1,234.50' },
        { value: ',', label: i18n._('A comma'), note: '1.234,50' },
      ]}
      value={mapping.decimal_mark}
      placeholder={i18n._('Found anew')}
      hint={why(mapping, 'decimal_mark')}
      onChange={(decimal_mark) => onChange({ ...mapping, decimal_mark })}
    />
  );
}

/** The reason for a choice, marked where it was no more than a guess. */
export function why(mapping: FoundMapping, choice: MappingChoice): ReactNode {
  const because = mapping.because?.[choice];
  if (!because) return undefined;
  return (
    <span className={because.confidence < 0.7 ? 'font-medium text-close-text' : undefined}>
      {because.reason}
    </span>
  );
}
