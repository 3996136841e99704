import type { SecondFactors } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { TextField } from '../../ui/field.tsx';

type CodeFieldProps = {
  /** What the person has: only that is spoken of. */
  factors: readonly (SecondFactors['factors'][number] | 'password')[];
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  /** The field is what the person came for. */
  focus?: boolean;
};

/** A code of the authenticator app, with digits to type and the phone's own filling in; or a backup code in its place. */
export function CodeField({ factors, value, onChange, error, focus = false }: CodeFieldProps) {
  const { i18n } = useLingui();
  const app = factors.includes('totp');
  const paper = factors.includes('backup_code');
  const [onPaper, setOnPaper] = useState(!app);
  const change = () => {
    setOnPaper(!onPaper);
    onChange('');
  };
  return (
    <TextField
      // Another kind of code is another field, for keyboards and for password stores.
      key={String(onPaper)}
      label={onPaper ? i18n._('Backup code') : i18n._('Authenticator code')}
      hint={
        onPaper
          ? i18n._('One of the ten that you kept. It works once.')
          : i18n._('Six digits of the app; they change every half minute.')
      }
      error={error}
      inputMode={onPaper ? 'text' : 'numeric'}
      autoComplete={onPaper ? 'off' : 'one-time-code'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      autoFocus={focus}
      value={value}
      aside={
        app &&
        paper && (
          <button
            type="button"
            className="text-sm font-semibold text-brand-text underline-offset-4 hover:underline"
            onClick={change}
          >
            {onPaper ? i18n._('Use the app') : i18n._('Use a backup code')}
          </button>
        )
      }
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
