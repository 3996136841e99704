import type { Category } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Undo2 } from 'lucide-react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { CategoryIcon } from '../../../ui/category-icon.tsx';
import { Names } from './category-line.tsx';

/** What was deleted, with the way back. */
export function DeletedCategories({
  categories,
  editable,
}: {
  categories: readonly Category[];
  editable: boolean;
}) {
  const { i18n } = useLingui();
  const write = useWrite();
  const gone = categories.filter((one) => one.is_archived);
  if (gone.length === 0) return null;
  return (
    <Card>
      <CardHeader title={i18n._('Deleted')} note={i18n._('Kept, because history names them.')} />
      <ul className="divide-y divide-line">
        {gone.map((category) => (
          <li key={category.id} className="flex items-center gap-3 py-2">
            <CategoryIcon icon={category.icon} colour={undefined} size="small" />
            <span className="min-w-0 flex-1 text-ink-2">
              <Names category={category} />
            </span>
            {editable && (
              <Button
                size="small"
                icon={Undo2}
                onClick={() => void write.act('category', category.id, { action: 'restore' })}
              >
                {i18n._('Restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
