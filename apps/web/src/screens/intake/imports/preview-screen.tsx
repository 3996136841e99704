import type { Import } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useRows } from '../../../offline/hooks.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Bar } from '../../../ui/bar.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Checkbox } from '../../../ui/field.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { CommitBar } from './commit-bar.tsx';
import { MappingCard } from './mapping-card.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { RowsCard } from './rows-card.tsx';
import { StatementsCard } from './statements-card.tsx';
import { SummaryCard } from './summary-card.tsx';
import { type ImportActions, useImport, useImportActions } from './use-import.ts';
import { formatName, sizeText } from './words.ts';

/** What came of it is for later than what is to come of it, and asks for less at first. */
const ResultCard = lazy(() => import('./result-card.tsx').then((module) => ({ default: module.ResultCard })));

/** One import: while it is read, before it is kept, and after. */
export function PreviewScreen() {
  const { i18n } = useLingui();
  const { id } = useParams({ from: '/app/import/$id' });
  const one = useImport(id);
  const actions = useImportActions(id);
  const facts = one.data
    ? [one.data.bank, formatName(one.data.format), one.data.encoding?.toUpperCase(), sizeText(one.data.size)]
    : [];
  return (
    <Page
      title={one.data?.file_name ?? i18n._('Import')}
      note={facts.filter(Boolean).join(' · ')}
      actions={
        <Link to="/import" className={buttonClass('quiet')}>
          <ArrowLeft aria-hidden size={18} />
          {i18n._('All imports')}
        </Link>
      }
    >
      {one.isPending && <SkeletonRows rows={6} />}
      {one.isError && !one.data && (
        <ProblemNote
          title={i18n._('This import cannot be shown')}
          action={<Button onClick={() => void one.refetch()}>{i18n._('Try again')}</Button>}
        >
          {sayProblem(one.error)}
        </ProblemNote>
      )}
      {one.data && <Stage one={one.data} actions={actions} />}
    </Page>
  );
}

function Stage({ one, actions }: { one: Import; actions: ImportActions }) {
  const { i18n } = useLingui();
  switch (one.status) {
    case 'reading':
      return <Underway one={one} title={i18n._('The file is being read')} />;
    case 'committing':
      return <Underway one={one} title={i18n._('The entries are being brought in')} />;
    case 'failed':
      return <Failed one={one} actions={actions} />;
    case 'committed':
    case 'undone':
      return (
        <div className="space-y-4">
          <Suspense fallback={<SkeletonRows rows={3} />}>
            <ResultCard one={one} actions={actions} />
          </Suspense>
          <RowsCard one={one} actions={actions} />
        </div>
      );
    case 'preview':
      return <Preview one={one} actions={actions} />;
  }
}

function Preview({ one, actions }: { one: Import; actions: ImportActions }) {
  const { i18n } = useLingui();
  const fresh = useFreshAccounts(one);
  const [chosen, setChosen] = useState<boolean>();
  const adjust = chosen ?? fresh;
  const ends = one.statements.some((each) => !each.skip && each.closing_balance !== null);
  return (
    <div className="space-y-4">
      <SummaryCard one={one} />
      <StatementsCard
        one={one}
        actions={actions}
        adjusts={ends && adjust}
        adjust={
          ends && (
            <Checkbox
              className="mt-3 border-t border-line pt-4"
              checked={adjust}
              onChange={(event) => setChosen(event.target.checked)}
              label={i18n._('Set the opening balance so that the account ends where the statement does')}
            />
          )
        }
      />
      {one.columns !== null && <MappingCard key={one.version} one={one} actions={actions} />}
      <RowsCard one={one} actions={actions} />
      <CommitBar
        one={one}
        actions={actions}
        adjust={ends && adjust}
        discard={<Discard one={one} actions={actions} />}
      />
    </div>
  );
}

/** Whether the file goes into accounts that hold nothing yet: then the statement knows best how they began. */
function useFreshAccounts(one: Import): boolean {
  const accounts = useRows('account') ?? [];
  const homes = one.statements.flatMap((each) => (each.skip ? [] : (each.account_id ?? [])));
  return accounts
    .filter((account) => homes.includes(account.id))
    .every(({ row }) => isZero(row.opening_balance) && isZero(row.balance));
}

function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

function Underway({ one, title }: { one: Import; title: string }) {
  const { i18n } = useLingui();
  const { done, total } = one.progress;
  const share = total > 0 ? done / total : 0;
  return (
    <Card>
      <p role="status" className="font-semibold">
        {title} …
      </p>
      <p className="mt-0.5 text-sm text-ink-2">
        {i18n._('You can leave this page; it goes on without you.')}
      </p>
      <Bar
        className="mt-4"
        share={share}
        label={i18n._('{share} per cent done', { share: Math.round(share * 100) })}
      />
    </Card>
  );
}

function Failed({ one, actions }: { one: Import; actions: ImportActions }) {
  return (
    <div className="space-y-4">
      {one.refusal && (
        <RefusalNote
          fileName={one.file_name}
          refusal={one.refusal}
          action={<Discard one={one} actions={actions} />}
        />
      )}
      {one.columns !== null && <MappingCard key={one.version} one={one} actions={actions} open />}
    </div>
  );
}

function Discard({ one, actions }: { one: Import; actions: ImportActions }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const leave = () =>
    actions.discard.mutate(undefined, { onSuccess: () => void navigate({ to: '/import' }) });
  return (
    <>
      <Button
        kind="quiet"
        busy={actions.discard.isPending}
        onClick={() => (one.status === 'failed' ? leave() : setAsked(true))}
      >
        {one.status === 'failed' ? i18n._('Remove from the list') : i18n._('Throw away')}
      </Button>
      <ConfirmDialog
        open={asked}
        title={i18n._('Throw this preview away?')}
        confirm={i18n._('Throw away')}
        cancel={i18n._('Keep it')}
        onConfirm={leave}
        onCancel={() => setAsked(false)}
      >
        {i18n._('Nothing of it has been brought in yet. The file on your computer stays as it is.')}
      </ConfirmDialog>
    </>
  );
}
