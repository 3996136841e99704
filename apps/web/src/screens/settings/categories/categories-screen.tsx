import type { Category } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Plus, Shapes } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFirstLoad, useRows } from '../../../offline/hooks.tsx';
import { useUses } from '../../../offline/uses.ts';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { CategoryLine } from './category-line.tsx';
import { CategorySheet } from './category-sheet.tsx';
import type { Doing } from './doing.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { DeletedCategories } from './deleted-categories.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { flatten, type Placed } from './tree.ts';

/** The tree that money is sorted into: spending and income, each with its branches. */
export function CategoriesScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const rows = useRows('category');
  const uses = useUses();
  const loading = useFirstLoad();
  const categories = useMemo(() => (rows ?? []).map(({ row }) => row), [rows]);
  const [doing, setDoing] = useState<Doing>();
  const editable = household.may('categories.manage');
  const placed = useMemo(() => flatten(categories), [categories]);
  const income = placed.filter((one) => rootOf(one).kind === 'income');
  const spending = placed.filter((one) => rootOf(one).kind !== 'income');
  const waiting = new Map((rows ?? []).map((one) => [one.id, one]));
  const list = (title: string, branch: readonly Placed[]) => (
    <Card className="pb-3">
      <CardHeader title={title} aside={i18n._('{count} in all', { count: branch.length })} />
      <ul className="-mx-2 gap-6 lg:columns-2">
        {branches(branch).map((one) => (
          <li key={one[0]?.category.id} className="mb-2 break-inside-avoid">
            <ul>
              {one.map((placed) => (
                <CategoryLine
                  key={placed.category.id}
                  placed={placed}
                  row={waiting.get(placed.category.id)}
                  count={uses?.get(placed.category.id) ?? 0}
                  categories={categories}
                  editable={editable}
                  onDo={setDoing}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );

  return (
    <Page
      title={i18n._('Categories')}
      note={i18n._(
        'What money is spent on and where it comes from. Rename, move and colour them as you like.',
      )}
      actions={
        editable && (
          <Button icon={Plus} onClick={() => setDoing({ what: 'new', parent: undefined, kind: 'expense' })}>
            {i18n._('New category')}
          </Button>
        )
      }
    >
      {placed.length === 0 ? (
        <Card>
          {loading === false ? (
            <EmptyState icon={Shapes} title={i18n._('No categories')}>
              {i18n._('Make the first one, such as Groceries.')}
            </EmptyState>
          ) : (
            <SkeletonRows rows={8} />
          )}
        </Card>
      ) : (
        <div className="space-y-4">
          {list(i18n._('Spending'), spending)}
          {list(i18n._('Income'), income)}
          <DeletedCategories categories={categories} editable={editable} />
        </div>
      )}
      <Doings doing={doing} categories={categories} onClose={() => setDoing(undefined)} />
    </Page>
  );
}

function Doings({
  doing,
  categories,
  onClose,
}: {
  doing: Doing | undefined;
  categories: readonly Category[];
  onClose: () => void;
}) {
  if (doing?.what === 'merge') {
    return <MergeDialog category={doing.category} categories={categories} onClose={onClose} />;
  }
  if (doing?.what === 'delete') {
    return <DeleteDialog category={doing.category} categories={categories} onClose={onClose} />;
  }
  // The key begins the form anew for another category.
  const key = doing && ('category' in doing ? doing.category.id : `new ${doing.parent?.id ?? ''}`);
  return <CategorySheet key={key} doing={doing} categories={categories} onClose={onClose} />;
}

function rootOf(placed: Placed): Category {
  return placed.parents[0] ?? placed.category;
}

/** The flat tree cut into its top categories, each with what stands below it. */
function branches(placed: readonly Placed[]): Placed[][] {
  const cut: Placed[][] = [];
  for (const one of placed) {
    const last = cut.at(-1);
    if (one.depth === 1 || !last) cut.push([one]);
    else last.push(one);
  }
  return cut;
}
