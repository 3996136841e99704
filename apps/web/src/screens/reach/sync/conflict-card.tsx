import { useLingui } from '@lingui/react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { PlainRow } from '../../../offline/entities.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import type { Operation } from '../../../offline/operation.ts';
import { keepEdited, keepMine, keepTheirs, sidesOf } from '../../../offline/conflicts.ts';
import { useSomeone } from '../../../shell/session.ts';
import { ProblemWay } from '../../../shell/problem-way.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useSideWords } from '../../insight/changes/use-side-words.ts';
import { ConflictEdit, editableFields } from './conflict-edit.tsx';
import { describe } from './describe.ts';
import { fieldName } from './field-name.ts';
import { asChange } from './sides.ts';
import { useNames } from './use-names.ts';

/** One refused change: what the server said, both versions beside each other, and the choice. */
export function ConflictCard({ operation }: { operation: Operation }) {
  const { i18n } = useLingui();
  const { copy, sync, household } = useOffline();
  const { me } = useSomeone();
  const elsewhere = operation.household !== household;
  const sides = useLiveQuery(() => sidesOf(copy, operation), [copy, operation]);
  const fields = changedFields(operation, sides);
  const isGone = operation.theirs === null && !sides?.theirs;
  const [editing, setEditing] = useState(false);

  async function resolve(how: typeof keepMine) {
    await how(copy, operation);
    sync.poke();
  }
  async function send(body: PlainRow) {
    setEditing(false);
    await keepEdited(copy, operation, body);
    sync.poke();
  }

  return (
    <Card className="border-over-line">
      <h3 className="text-base">{describe(operation, sides?.theirs ?? sides?.mine)}</h3>
      {elsewhere && (
        <p className="text-sm text-ink-3">
          {me.households.find(({ id }) => id === operation.household)?.name ??
            i18n._('A household that you no longer belong to')}
        </p>
      )}
      <p className="mt-0.5 text-ink-2">
        {operation.problem?.code === 'RESOURCE_3003'
          ? i18n._('Somebody else has changed this meanwhile. Nothing was overwritten.')
          : operation.problem?.message}
      </p>
      <ProblemWay code={operation.problem?.code} />
      {operation.problem?.errors
        .filter(({ message }) => message !== operation.problem?.message)
        .map((error) => (
          <p key={error.pointer + error.code} className="text-sm text-over-text">
            {error.message}
          </p>
        ))}
      {fields.length > 0 && <BothSides operation={operation} fields={fields} sides={sides} isGone={isGone} />}
      {editing ? (
        <ConflictEdit
          operation={operation}
          currency={currencyOf(sides)}
          onSave={(body) => void send(body)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="mt-4 flex flex-wrap gap-2">
          {!isGone && (
            <Button kind="primary" onClick={() => void resolve(keepMine)}>
              {i18n._('Keep mine')}
            </Button>
          )}
          <Button onClick={() => void resolve(keepTheirs)}>
            {isGone || !sides?.theirs ? i18n._('Let it go') : i18n._('Keep theirs')}
          </Button>
          {!isGone && !elsewhere && editableFields(operation).length > 0 && (
            <Button kind="quiet" onClick={() => setEditing(true)}>
              {i18n._('Edit')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

type BothSidesProps = { operation: Operation; fields: readonly string[]; sides: Sides; isGone: boolean };

function BothSides({ operation, fields, sides, isGone }: BothSidesProps) {
  const { i18n } = useLingui();
  const names = useNames(operation.household);
  const words = useSideWords();
  // Of what was never there they have nothing to hold against it.
  const hasTheirs = isGone || sides?.theirs !== undefined;
  const say = (field: string, row: PlainRow | undefined) => words(asChange(field, row, names), 'after');
  return (
    <table className="mt-3 w-full text-sm">
      <thead>
        <tr className="text-left text-ink-3">
          <td />
          <th scope="col" className="py-1 pr-3 font-medium">
            {i18n._('Mine')}
          </th>
          {hasTheirs && (
            <th scope="col" className="py-1 font-medium">
              {i18n._('Theirs')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 text-left font-medium text-ink-2">
              {fieldName(field)}
            </th>
            <td className="py-1.5 pr-3 font-semibold">{say(field, sides?.mine ?? operation.body)}</td>
            {hasTheirs && (
              <td className="py-1.5">{isGone ? i18n._('deleted') : say(field, sides?.theirs)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Sides = { readonly mine?: PlainRow; readonly theirs?: PlainRow } | undefined;

function currencyOf(sides: Sides): string {
  const currency = sides?.mine?.['currency'] ?? sides?.theirs?.['currency'];
  return typeof currency === 'string' ? currency : 'NZD';
}

/** What this person changed and what differs; technical fields are nobody's business here. */
function changedFields(operation: Operation, sides: Sides): string[] {
  const mine = sides?.mine ?? operation.body;
  const names = Object.keys(operation.body).filter((name) => !HIDDEN.has(name));
  return names.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(sides?.theirs?.[name]));
}

const HIDDEN = new Set(['id', 'version', 'created_at', 'updated_at', 'available_actions', 'currency']);
