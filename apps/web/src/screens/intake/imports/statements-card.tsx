import type { Import, ImportStatement } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useRows } from '../../../offline/hooks.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { NEW, SKIP, StatementLine } from './statement-line.tsx';
import type { ImportActions } from './use-import.ts';

const NewAccountDialog = lazy(() =>
  import('./new-account-dialog.tsx').then((module) => ({ default: module.NewAccountDialog })),
);

/** Each statement of the file: what it holds and where it goes. The account that bears its number is proposed. */
export function StatementsCard({
  one,
  actions,
  adjusts,
  adjust,
}: {
  one: Import;
  actions: ImportActions;
  /** Whether the accounts are to end where their statements do. */
  adjusts: boolean;
  /** The choice about it, where the file says how an account ends. */
  adjust: ReactNode;
}) {
  const { i18n } = useLingui();
  const accounts = (useRows('account') ?? [])
    .map(({ row }) => row)
    .filter(({ status }) => status !== 'closed');
  const [making, setMaking] = useState<ImportStatement>();
  const placed = (statement: ImportStatement, account_id: string) => ({
    statements: alike(one.statements, statement).map((index) => ({ index, account_id, skip: false })),
  });
  const choose = (statement: ImportStatement, choice: string) => {
    if (choice === NEW) setMaking(statement);
    else if (choice === SKIP) actions.change.mutate({ statements: [{ index: statement.index, skip: true }] });
    else actions.change.mutate(placed(statement, choice));
  };
  return (
    <Card>
      <CardHeader
        title={i18n._('{count, plural, one {Where it goes} other {Where the # statements go}}', {
          count: one.statements.length,
        })}
      />
      {actions.change.isError && (
        <div className="mb-3">
          <ProblemNote title={i18n._('That was not changed')}>{sayProblem(actions.change.error)}</ProblemNote>
        </div>
      )}
      <ul aria-label={i18n._('Statements of the file')} className="divide-y divide-line">
        {one.statements.map((statement) => (
          <StatementLine
            key={statement.index}
            statement={statement}
            isOneOfMany={one.statements.length > 1}
            accounts={accounts}
            busy={actions.change.isPending}
            adjusts={adjusts}
            onChoose={(choice) => choose(statement, choice)}
          />
        ))}
      </ul>
      {adjust}
      {making && (
        <Suspense>
          <NewAccountDialog
            statement={making}
            bank={one.bank}
            onClose={() => setMaking(undefined)}
            onMade={async (account) => {
              await actions.change.mutateAsync(placed(making, account.id));
              setMaking(undefined);
            }}
          />
        </Suspense>
      )}
    </Card>
  );
}

/** The statement, and those of the same account that have no place yet: what is said of one is meant for all. */
function alike(statements: readonly ImportStatement[], placed: ImportStatement): number[] {
  const isMeant = ({ index, same_account_as, account_id, skip }: ImportStatement) =>
    index === placed.index || (same_account_as === placed.same_account_as && account_id === null && !skip);
  return statements.filter(isMeant).map(({ index }) => index);
}
