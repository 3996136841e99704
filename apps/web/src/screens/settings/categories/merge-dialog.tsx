import type { Category } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { categoryChoices } from '../../category-names.ts';
import { canTakeFrom } from './tree.ts';

type Props = { category: Category; categories: readonly Category[]; onClose: () => void };

/** Gives everything of one category to another: entries, rules, branches. */
export function MergeDialog({ category, categories, onClose }: Props) {
  const { i18n } = useLingui();
  const { sync } = useOffline();
  const [into, setInto] = useState<string>();
  const takers = canTakeFrom(categories, category);
  const taker = takers.find((one) => one.id === into);
  const merge = useMutation({
    mutationFn: (into_id: string) =>
      got(api.POST('/categories/{id}/merge/', { params: { path: { id: category.id } }, body: { into_id } })),
    onSuccess: () => {
      sync.poke();
      showToast({
        title: i18n._('{from} is part of {into} now', { from: category.name, into: taker?.name ?? '' }),
      });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Merge {name} into another', { name: category.name })}
      description={i18n._('Its entries, rules and branches go there, and {name} itself goes.', {
        name: category.name,
      })}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <SignalButton
            kind="primary"
            busy={merge.isPending}
            disabled={into === undefined}
            onClick={() => into !== undefined && merge.mutate(into)}
          >
            {i18n._('Merge')}
          </SignalButton>
        </>
      }
    >
      {merge.isError && (
        <ProblemNote title={i18n._('They were not merged')}>{sayProblem(merge.error)}</ProblemNote>
      )}
      <Combobox
        label={i18n._('Into')}
        choices={categoryChoices(takers)}
        value={into}
        onChange={setInto}
        placeholder={i18n._('Choose a category')}
      />
    </Dialog>
  );
}
