import { useLingui } from '@lingui/react';
import { KeySquare } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { KeyLine } from './key-line.tsx';
import { useApiKeys } from './use-api-keys.ts';

const NewKeyDialog = lazy(() =>
  import('./new-key-dialog.tsx').then((module) => ({ default: module.NewKeyDialog })),
);

/** Keys with which programs of the person's own use KinWise: made, renamed, given another end, revoked. */
export function ApiKeysScreen() {
  const { i18n } = useLingui();
  const keys = useApiKeys();
  const [making, setMaking] = useState(false);
  const { data } = keys;
  return (
    <Page
      title={i18n._('API keys')}
      note={i18n._('Let a program of your own use KinWise in your name, as far as you allow it.')}
      narrow
    >
      <Card>
        <CardHeader
          title={i18n._('Your keys')}
          className="items-center"
          note={i18n._(
            'A key never does more than your role allows, and nothing about signing in or privacy.',
          )}
          aside={
            data && (
              <SignalButton size="small" onClick={() => setMaking(true)}>
                {i18n._('Make a key')}
              </SignalButton>
            )
          }
        />
        {keys.isPending && <SkeletonRows rows={2} />}
        {keys.isError && (
          <ProblemNote tone="close" title={i18n._('The keys could not be read')}>
            {sayProblem(keys.error)}
          </ProblemNote>
        )}
        {data?.results.length === 0 && (
          <p className="flex items-center gap-2 text-sm text-ink-3">
            <KeySquare aria-hidden size={16} className="shrink-0" />
            {i18n._('None yet. You need one only to connect a program, such as a spreadsheet or a script.')}
          </p>
        )}
        <ul className="divide-y divide-line" aria-label={i18n._('Your keys')}>
          {data?.results.map((one) => (
            <KeyLine key={one.id} apiKey={one} daysMost={data.days_most} />
          ))}
        </ul>
      </Card>
      <Suspense>{making && data && <NewKeyDialog limits={data} onClose={() => setMaking(false)} />}</Suspense>
    </Page>
  );
}
