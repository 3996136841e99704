import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { ProblemError } from '../api/problem.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/states.tsx';

/** What was wrong with one field of the body, by its pointer (`/name`). */
export type Wrong = (pointer: string) => string | undefined;

type FormProps = {
  title: string;
  description?: string | undefined;
  size?: 'small';
  /** What the press is called that saves; "Save" unless it does more. */
  press?: string | undefined;
  /** Whether what was filled in so far can be sent. */
  ready: boolean;
  /** The heading of a refusal. */
  refused: string;
  /** Pointers of the fields that say by themselves what is wrong with them. */
  pointers?: readonly string[];
  /** Rejects with what was wrong; then the dialog stays, with what was filled in. */
  save: () => Promise<unknown>;
  onSaved?: () => void;
  onClose: () => void;
  children: (wrong: Wrong) => ReactNode;
};

/** A dialog that is one form. It is gone when the server has taken it. */
export function FormDialog({ press, ready, refused, save, onSaved, onClose, children, ...shown }: FormProps) {
  const { i18n } = useLingui();
  const { title, description, size, pointers = [] } = shown;
  const form = useId();
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => {
      onSaved?.();
      onClose();
    },
  });
  const { error } = saving;
  const wrong: Wrong = (pointer) => (error instanceof ProblemError ? error.at(pointer) : undefined);
  const isSaidBelow = pointers.some((pointer) => wrong(pointer) !== undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      {...(size && { size })}
      {...(description !== undefined && { description })}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button type="submit" form={form} kind="primary" busy={saving.isPending} disabled={!ready}>
            {press ?? i18n._('Save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="space-y-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        {error && !isSaidBelow && <ProblemNote title={refused}>{sayProblem(error)}</ProblemNote>}
        {children(wrong)}
      </form>
    </Dialog>
  );
}
