import type { Child } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useId, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useChildChange } from './use-children.ts';

/** What the child is called, and the year of birth where something follows from it. */
export function ChildNamesDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const { i18n } = useLingui();
  const form = useId();
  const { first_name, last_name, birth_year } = child;
  const before = { first_name, last_name, year: birth_year === null ? '' : String(birth_year) };
  const [wish, setWish] = useState(before);
  const set = (part: Partial<typeof before>) => setWish({ ...wish, ...part });
  const save = useChildChange(() =>
    got(
      api.PATCH('/children/{id}/', {
        params: { path: { id: child.id } },
        body: {
          first_name: wish.first_name.trim(),
          last_name: wish.last_name.trim(),
          ...(wish.year !== before.year && { birth_year: wish.year === '' ? null : Number(wish.year) }),
        },
      }),
    ),
  );
  const wrong = (pointer: string) =>
    save.error instanceof ProblemError ? save.error.at(pointer) : undefined;
  const isPlain = !['/first_name', '/last_name', '/birth_year'].some(wrong);
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={i18n._('The name of {name}', { name: child.display_name })}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button
            type="submit"
            form={form}
            kind="primary"
            busy={save.isPending}
            disabled={wish.first_name.trim() === ''}
          >
            {i18n._('Save')}
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
          save.mutate(undefined, {
            onSuccess: () => {
              showToast({ title: i18n._('Saved') });
              onClose();
            },
          });
        }}
      >
        {save.isError && isPlain && (
          <ProblemNote title={i18n._('It was not saved')}>{sayProblem(save.error)}</ProblemNote>
        )}
        <TextField
          label={i18n._('First name')}
          maxLength={80}
          autoComplete="off"
          autoFocus
          value={wish.first_name}
          error={wrong('/first_name')}
          onChange={(event) => set({ first_name: event.target.value })}
        />
        <TextField
          label={i18n._('Last name')}
          maxLength={80}
          autoComplete="off"
          value={wish.last_name}
          error={wrong('/last_name')}
          onChange={(event) => set({ last_name: event.target.value })}
        />
        {(child.role === 'teen' || before.year !== '') && (
          <TextField
            label={i18n._('Year of birth (optional)')}
            hint={i18n._(
              'From sixteen on they decide themselves what their data is used for. Nothing else follows from it.',
            )}
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            value={wish.year}
            error={wrong('/birth_year')}
            onChange={(event) => set({ year: event.target.value.replace(/\D/g, '') })}
          />
        )}
      </form>
    </Dialog>
  );
}
