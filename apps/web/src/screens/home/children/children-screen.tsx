import { useLingui } from '@lingui/react';
import { Baby } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { ChildLine } from './child-line.tsx';
import { FamilyDevicesCard } from './family-devices-card.tsx';
import { useChildren } from './use-children.ts';

const NewChildDialog = lazy(() =>
  import('./new-child-dialog.tsx').then((module) => ({ default: module.NewChildDialog })),
);

/** Children without an e-mail address: a guardian makes their place and lets them in. */
export function ChildrenScreen() {
  const { i18n } = useLingui();
  const children = useChildren();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={i18n._('Children')}
      note={i18n._('Children need no e-mail address: you let them in, by a link or with a PIN.')}
      narrow
    >
      <div className="space-y-4">
        <Card>
          <CardHeader
            title={i18n._('Your children')}
            className="items-center"
            note={i18n._('Every guardian of the household sees and does the same here.')}
            aside={
              <SignalButton size="small" onClick={() => setAdding(true)}>
                {i18n._('Add a child')}
              </SignalButton>
            }
          />
          {children.isPending && <SkeletonRows rows={2} />}
          {children.isError && (
            <ProblemNote tone="close" title={i18n._('The children could not be read')}>
              {sayProblem(children.error)}
            </ProblemNote>
          )}
          {children.data?.length === 0 && (
            <p className="flex items-center gap-2 text-sm text-ink-3">
              <Baby aria-hidden size={16} className="shrink-0" />
              {i18n._('None yet. A child with an e-mail address of its own is invited like anybody else.')}
            </p>
          )}
          <ul className="divide-y divide-line" aria-label={i18n._('Your children')}>
            {children.data?.map((child) => (
              <ChildLine key={child.id} child={child} />
            ))}
          </ul>
        </Card>
        <FamilyDevicesCard />
      </div>
      <Suspense>{adding && <NewChildDialog onClose={() => setAdding(false)} />}</Suspense>
    </Page>
  );
}
