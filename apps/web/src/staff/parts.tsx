import { useLingui } from '@lingui/react';
import { type ReactNode, useState } from 'react';
import { instantMs } from '../clock.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { ProblemNote } from '../ui/states.tsx';

/** An instant as staff read it: by the clock of their own device. */
export function When({ at }: { at: string | null }) {
  const { i18n } = useLingui();
  if (at === null) return <>{i18n._('never')}</>;
  const text = new Intl.DateTimeFormat('en-NZ', { dateStyle: 'medium', timeStyle: 'short' }).format(
    instantMs(at),
  );
  return <time dateTime={at}>{text}</time>;
}

export function Title({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <header>
      <h1 id="page-title" tabIndex={-1} className="text-xl break-words outline-none lg:text-[1.625rem]">
        {children}
      </h1>
      {note && <p className="text-ink-2">{note}</p>}
    </header>
  );
}

/** Facts one under the other: a word, and what is so. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4 border-b border-line py-1.5">
          <dt className="text-ink-3">{name}</dt>
          <dd className="text-right break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function More({
  next,
  onMore,
}: {
  next: string | null | undefined;
  onMore: (cursor: string) => void;
}) {
  const { i18n } = useLingui();
  if (!next) return null;
  return (
    <div className="mt-3 flex justify-end">
      <Button size="small" onClick={() => onMore(next)}>
        {i18n._('Next page')}
      </Button>
    </div>
  );
}

type ReasonProps = {
  open: boolean;
  title: string;
  /** What happens, in a sentence. */
  children: ReactNode;
  /** What is chosen besides, before the reason. */
  before?: ReactNode;
  confirm: string;
  danger?: boolean;
  busy: boolean;
  error: Error | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks for the reason of an act, which whom it concerns will read. */
export function ReasonDialog(props: ReasonProps) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState('');
  const { open, title, confirm, danger = false, busy, error, onConfirm, onClose } = props;
  return (
    <Dialog open={open} size="small" onClose={onClose} title={title}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(reason.trim());
        }}
      >
        <p className="text-ink-2">{props.children}</p>
        {error && <ProblemNote title={i18n._('It was not done')}>{sayProblem(error)}</ProblemNote>}
        {props.before}
        <TextArea
          label={i18n._('Reason')}
          hint={i18n._('At least ten characters; the person reads it.')}
          maxLength={500}
          value={reason}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button
            type="submit"
            kind={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={reason.trim().length < 10}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
