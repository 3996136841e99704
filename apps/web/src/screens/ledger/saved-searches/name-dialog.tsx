import { useLingui } from '@lingui/react';
import { useId, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';

type NameDialogProps = {
  /** The name so far; empty for a new search. */
  before: string;
  taken: readonly string[];
  onName: (name: string) => void;
  onClose: () => void;
};

/** Asks for the name of a saved search. A name that is in use is refused here, before the server would. */
export function NameDialog({ before, taken, onName, onClose }: NameDialogProps) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState(before);
  const form = useId();
  const name = typed.trim();
  const others = taken.filter((one) => one !== before);
  const twice = others.some((one) => one.toLowerCase() === name.toLowerCase());
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={before === '' ? i18n._('Save this search') : i18n._('Rename the search')}
      actions={
        <Button type="submit" form={form} kind="primary" disabled={name === '' || twice}>
          {i18n._('Save')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name === '' || twice) return;
          if (name !== before) onName(name);
          onClose();
        }}
      >
        <TextField
          label={i18n._('Name')}
          hint={i18n._('Only you see it.')}
          error={twice ? i18n._('You have a search of this name. Choose another.') : undefined}
          value={typed}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
