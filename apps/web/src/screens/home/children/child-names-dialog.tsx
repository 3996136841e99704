import type { Child } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { TextField } from '../../../ui/field.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { FormDialog } from '../../form-dialog.tsx';
import { BirthYearField } from './birth-year-field.tsx';
import { useChildChange } from './use-children.ts';

/** What the child is called, and the year of birth where something follows from it. */
export function ChildNamesDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const { i18n } = useLingui();
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
  return (
    <FormDialog
      size="small"
      onClose={onClose}
      title={i18n._('The name of {name}', { name: child.display_name })}
      ready={wish.first_name.trim() !== ''}
      refused={i18n._('It was not saved')}
      pointers={['/first_name', '/last_name', '/birth_year']}
      save={() => save.mutateAsync(undefined)}
      onSaved={() => showToast({ title: i18n._('Saved') })}
    >
      {(wrong) => (
        <>
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
            <BirthYearField
              value={wish.year}
              error={wrong('/birth_year')}
              onChange={(year) => set({ year })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
