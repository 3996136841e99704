import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/states.tsx';

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
export function NamingDialog({ before = '', save, onClose, ...words }: NamingProps) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState(before);
  const form = useId();
  const name = typed.trim();
  const naming = useMutation({ mutationFn: () => save(name), onSuccess: onClose });
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={words.title}
      {...(words.description !== undefined && { description: words.description })}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button type="submit" form={form} kind="primary" busy={naming.isPending} disabled={name === ''}>
            {words.press ?? i18n._('Save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          naming.mutate();
        }}
      >
        {naming.isError && <ProblemNote title={words.refused}>{sayProblem(naming.error)}</ProblemNote>}
        <TextField
          label={words.label}
          maxLength={words.maxLength}
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
