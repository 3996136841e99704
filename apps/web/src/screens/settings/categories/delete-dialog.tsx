import type { Category } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useOffline, useWrite } from '../../../offline/hooks.tsx';
import { useUses } from '../../../offline/uses.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { categoryChoices } from '../../category-names.ts';
import { canTakeFrom } from './tree.ts';

type Props = { category: Category; categories: readonly Category[]; onClose: () => void };

/** Deletes a category. Its entries may go to another one, which needs signal; without that they keep its name. */
export function DeleteDialog({ category, categories, onClose }: Props) {
  const { i18n } = useLingui();
  const [to, setTo] = useState<string>();
  const remove = useRemove(category, { to, onClose });
  const count = useUses()?.get(category.id) ?? 0;
  const DeleteButton = to === undefined ? Button : SignalButton;
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Delete {name}?', { name: category.name })}
      description={i18n._(
        '{count, plural, =0 {No entry is in it.} one {# entry is in it.} other {# entries are in it.}} You can restore it later.',
        { count },
      )}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Keep it')}</Button>
          <DeleteButton kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {i18n._('Delete')}
          </DeleteButton>
        </>
      }
    >
      {remove.isError && (
        <ProblemNote title={i18n._('It was not deleted')}>{sayProblem(remove.error)}</ProblemNote>
      )}
      <Combobox
        label={i18n._('Its entries go to')}
        hint={i18n._('Left empty, they stay under the deleted name, so that history keeps making sense.')}
        choices={categoryChoices(canTakeFrom(categories, category))}
        value={to}
        onChange={setTo}
        placeholder={i18n._('Nowhere')}
      />
    </Dialog>
  );
}

function useRemove(category: Category, { to, onClose }: { to: string | undefined; onClose: () => void }) {
  const write = useWrite();
  const { sync } = useOffline();
  return useMutation({
    mutationFn: async () => {
      if (to === undefined) return write.remove('category', category.id);
      const params = { path: { id: category.id }, query: { reassign_to: to } };
      await got(api.DELETE('/categories/{id}/', { params }));
      sync.poke();
    },
    onSuccess: onClose,
  });
}
