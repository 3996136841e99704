import type { AuditChange } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { ArrowRight } from 'lucide-react';
import { cx } from '../../../ui/cx.ts';
import { fieldWords } from './field-words.ts';
import { useSideWords } from './use-side-words.ts';

/** Field by field, what it was and what it became. Of what is new only what it is. */
export function ChangeList({ changes, isNew = false }: { changes: readonly AuditChange[]; isNew?: boolean }) {
  const { i18n } = useLingui();
  const words = useSideWords();
  return (
    <dl className="space-y-1 text-sm">
      {changes.map((change) => (
        <div key={change.field} className="flex flex-wrap items-baseline gap-x-2">
          <dt className="text-ink-3">{fieldWords(change.field)}</dt>
          <dd className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
            {!isNew && (
              <>
                <span className="sr-only">{i18n._('before:')}</span>
                <span
                  className={cx(
                    'kw-tnum min-w-0 break-words text-ink-3',
                    change.before !== null && 'line-through decoration-line-strong',
                  )}
                >
                  {words(change, 'before')}
                </span>
                <ArrowRight aria-hidden size={13} className="shrink-0 self-center text-ink-3" />
                <span className="sr-only">{i18n._('now:')}</span>
              </>
            )}
            <span className="kw-tnum min-w-0 break-words font-medium text-ink">{words(change, 'after')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
