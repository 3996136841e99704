import { useState } from 'react';
import { TextField } from '../ui/field.tsx';
import { FormDialog } from './form-dialog.tsx';

type NamingProps = {
  title: string;
  description?: string;
  label: string;
  /** The name so far. */
  before?: string;
  maxLength: number;
  /** What the press is called that saves; "Save" unless it does more. */
  press?: string;
  /** The heading of a refusal. */
  refused: string;
  /** Rejects with what was wrong; then the dialog stays, with what was typed. */
  save: (name: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks what something is called, and is gone when the server has taken it. */
export function NamingDialog({ before = '', save, label, maxLength, ...words }: NamingProps) {
  const [typed, setTyped] = useState(before);
  const name = typed.trim();
  return (
    <FormDialog {...words} size="small" ready={name !== ''} save={() => save(name)}>
      {() => (
        <TextField
          label={label}
          maxLength={maxLength}
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
