import type { SecondFactors } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { FileKey2, Smartphone } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { StatusPill } from '../../../ui/chip.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { useDayOf, useFactors } from './use-factors.ts';

const SetupDialog = lazy(() =>
  import('./setup-dialog.tsx').then((module) => ({ default: module.SetupDialog })),
);
const BothDialog = lazy(() => import('./both-dialog.tsx').then((module) => ({ default: module.BothDialog })));

/** With so few codes left it is time for new ones. */
const FEW = 3;

type Open = 'setup' | 'off' | 'codes' | undefined;

/** The second step of signing in: an authenticator app, and the codes for the day when the phone is gone. */
export function TwoStepCard() {
  const { i18n } = useLingui();
  const factors = useFactors();
  const [open, setOpen] = useState<Open>();
  const { data } = factors;
  const close = () => setOpen(undefined);
  return (
    <Card>
      <CardHeader
        title={i18n._('Two-step sign-in')}
        note={i18n._(
          'After your password, something that only you have: nobody gets in with the password alone.',
        )}
        aside={data?.enabled && <StatusPill status="good">{i18n._('On')}</StatusPill>}
      />
      {factors.isPending && <SkeletonRows rows={1} />}
      {factors.isError && (
        <ProblemNote tone="close" title={i18n._('It could not be read')}>
          {sayProblem(factors.error)}
        </ProblemNote>
      )}
      {data && <Lines data={data} onOpen={setOpen} />}
      <Suspense>
        {open === 'setup' && <SetupDialog onClose={close} />}
        {(open === 'off' || open === 'codes') && data && (
          <BothDialog what={open} factors={data.factors} onClose={close} />
        )}
      </Suspense>
    </Card>
  );
}

function Lines({ data, onOpen }: { data: SecondFactors; onOpen: (what: Open) => void }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const { since } = data.totp;
  const left = data.backup_codes_left;
  return (
    <ul className="divide-y divide-line">
      <Line
        icon={Smartphone}
        title={i18n._('Authenticator app')}
        note={
          since === null
            ? i18n._('An app on your phone that shows a new code every half minute.')
            : i18n._('Set up: {day}', { day: dayOf(since) })
        }
      >
        {since === null ? (
          <SignalButton
            size="small"
            kind={data.enabled ? 'secondary' : 'primary'}
            onClick={() => onOpen('setup')}
          >
            {i18n._('Set up')}
          </SignalButton>
        ) : (
          <Button size="small" onClick={() => onOpen('off')}>
            {i18n._('Turn off …')}
          </Button>
        )}
      </Line>
      {data.enabled && (
        <Line
          icon={FileKey2}
          title={i18n._('Backup codes')}
          note={i18n._(
            '{count, plural, =0 {None is left: make new ones.} one {# is left.} other {# are left.}}',
            {
              count: left,
            },
          )}
          warn={left <= FEW}
        >
          <Button size="small" onClick={() => onOpen('codes')}>
            {i18n._('New codes …')}
          </Button>
        </Line>
      )}
    </ul>
  );
}

type LineProps = {
  icon: typeof Smartphone;
  title: string;
  note: string;
  warn?: boolean;
  children: React.ReactNode;
};

function Line({ icon, title, note, warn = false, children }: LineProps) {
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <IconTile icon={icon} tone={warn ? 'close' : 'plain'} />
      <div className="min-w-0 flex-1 basis-28">
        <p className="font-semibold">{title}</p>
        <p className={warn ? 'text-sm text-close-text' : 'text-sm text-ink-3'}>{note}</p>
      </div>
      {children}
    </li>
  );
}
