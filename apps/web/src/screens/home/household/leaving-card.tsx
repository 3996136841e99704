import { useLingui } from '@lingui/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useRows } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ConfirmDialog, Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { useHouseholdChange } from './use-household-rows.ts';

/** Making it one's usual household, leaving it, handing it over, deleting it. */
export function LeavingCard() {
  const { i18n } = useLingui();
  const household = useHousehold();
  return (
    <Card>
      <CardHeader title={i18n._('Beginning and end')} />
      <ul className="divide-y divide-line">
        {!household.is_primary && <Primary />}
        {household.may('household.transfer') && <HandOver />}
        <Leave />
        {household.may('household.delete') && <Delete />}
      </ul>
    </Card>
  );
}

function Line({ title, note, children }: { title: string; note: string; children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold">{title}</p>
        <p className="text-ink-2">{note}</p>
      </div>
      {children}
    </li>
  );
}

function Primary() {
  const { i18n } = useLingui();
  const { id } = useHousehold();
  const choose = useHouseholdChange(() =>
    got(api.POST('/households/{id}/set-primary/', { params: { path: { id } } })),
  );
  return (
    <Line title={i18n._('Usual household')} note={i18n._('The one that opens first on a new device.')}>
      <SignalButton size="small" busy={choose.isPending} onClick={() => choose.mutate(undefined)}>
        {i18n._('Make it my usual one')}
      </SignalButton>
    </Line>
  );
}

function HandOver() {
  const { i18n } = useLingui();
  const { id } = useHousehold();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string>();
  const others = (useRows('membership') ?? [])
    .map(({ row }) => row)
    .filter((row) => row.status === 'active' && !row.is_me && row.role !== 'child');
  const hand = useHouseholdChange((membership_id: string) =>
    got(
      api.POST('/households/{id}/transfer-ownership/', { params: { path: { id } }, body: { membership_id } }),
    ),
  );
  if (others.length === 0) return null;
  return (
    <Line title={i18n._('Hand it over')} note={i18n._('Somebody else becomes admin, and you become parent.')}>
      <Button size="small" onClick={() => setOpen(true)}>
        {i18n._('Hand over …')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={i18n._('Hand the household over')}
        actions={
          <SignalButton
            kind="primary"
            busy={hand.isPending}
            disabled={to === undefined}
            onClick={() => to !== undefined && hand.mutate(to, { onSuccess: () => setOpen(false) })}
          >
            {i18n._('Hand over')}
          </SignalButton>
        }
      >
        {hand.isError && (
          <ProblemNote title={i18n._('It was not handed over')}>{sayProblem(hand.error)}</ProblemNote>
        )}
        <Select
          label={i18n._('To whom')}
          choices={others.map((one) => ({ value: one.id, label: one.display_name }))}
          value={to}
          placeholder={i18n._('Choose a member')}
          onChange={setTo}
        />
      </Dialog>
    </Line>
  );
}

function Leave() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const household = useHousehold();
  const [open, setOpen] = useState(false);
  const leave = useHouseholdChange(() =>
    got(api.POST('/households/{id}/leave/', { params: { path: { id: household.id } } })),
  );
  return (
    <Line
      title={i18n._('Leave')}
      note={i18n._('You no longer see this household. What you entered stays there.')}
    >
      <SignalButton size="small" onClick={() => setOpen(true)}>
        {i18n._('Leave …')}
      </SignalButton>
      <ConfirmDialog
        open={open}
        danger
        busy={leave.isPending}
        title={i18n._('Leave {name}?', { name: household.name })}
        confirm={i18n._('Leave')}
        cancel={i18n._('Stay')}
        onConfirm={() => leave.mutate(undefined, { onSuccess: () => void navigate({ to: '/' }) })}
        onCancel={() => setOpen(false)}
      >
        {leave.isError
          ? sayProblem(leave.error)
          : i18n._('Somebody has to invite you again before you can come back.')}
      </ConfirmDialog>
    </Line>
  );
}

function Delete() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const household = useHousehold();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const same = typed.trim() === household.name;
  const remove = useHouseholdChange((confirm: string) =>
    got(api.DELETE('/households/{id}/', { params: { path: { id: household.id }, query: { confirm } } })),
  );
  return (
    <Line
      title={i18n._('Delete the household')}
      note={i18n._('All its accounts, entries and rules go, for everybody.')}
    >
      <Button size="small" kind="danger" onClick={() => setOpen(true)}>
        {i18n._('Delete …')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={i18n._('Delete {name}?', { name: household.name })}
        description={i18n._('This cannot be undone. Export what you want to keep first.')}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{i18n._('Keep it')}</Button>
            <SignalButton
              kind="danger"
              busy={remove.isPending}
              disabled={!same}
              onClick={() => remove.mutate(typed.trim(), { onSuccess: () => void navigate({ to: '/' }) })}
            >
              {i18n._('Delete for good')}
            </SignalButton>
          </>
        }
      >
        {remove.isError && (
          <ProblemNote title={i18n._('It was not deleted')}>{sayProblem(remove.error)}</ProblemNote>
        )}
        <TextField
          label={i18n._('Type its name, {name}, to go on', { name: household.name })}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </Dialog>
    </Line>
  );
}
