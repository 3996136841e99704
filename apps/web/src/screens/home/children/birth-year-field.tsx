import { useLingui } from '@lingui/react';
import { TextField } from '../../../ui/field.tsx';

type BirthYearProps = {
  value: string;
  error: string | undefined;
  onChange: (year: string) => void;
};

/** Asked of teens: from sixteen on something follows from it. */
export function BirthYearField({ value, error, onChange }: BirthYearProps) {
  const { i18n } = useLingui();
  return (
    <TextField
      label={i18n._('Year of birth (optional)')}
      hint={i18n._(
        'From sixteen on they decide themselves what their data is used for. Nothing else follows from it.',
      )}
      inputMode="numeric"
      maxLength={4}
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
    />
  );
}
