import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Check, FileDown, Landmark, type LucideIcon, PencilLine } from 'lucide-react';
import { Hills } from '../../../shell/hills.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { showOver } from '../../../shell/open.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';

/** What a household sees before there is anything to see: two steps, the first of which may be done. */
export function FirstSteps({ hasAccount }: { hasAccount: boolean }) {
  const { i18n } = useLingui();
  const { name, may } = useHousehold();
  return (
    <Card flush className="relative overflow-hidden">
      <div className="relative z-10 max-w-2xl p-6 pb-28 sm:p-9 sm:pb-32">
        <h2 className="text-xl">{i18n._('A place for the money of {name}', { name })}</h2>
        <p className="mt-2 text-pretty text-ink-2">
          {i18n._(
            'Two steps, and this page shows what is there, what is left until payday, and where it goes.',
          )}
        </p>
        <ol className="mt-6 space-y-3">
          <Step
            number={1}
            icon={Landmark}
            done={hasAccount}
            title={i18n._('Add an account')}
            note={i18n._('Where money lies or is owed: everyday, savings, a card, cash.')}
          >
            {may('accounts.manage') && (
              <Link
                to={'/accounts' as string}
                search={{ add: true } as never}
                className={buttonClass(hasAccount ? 'secondary' : 'primary')}
              >
                {hasAccount ? i18n._('Add another') : i18n._('Add an account')}
              </Link>
            )}
          </Step>
          <Step
            number={2}
            icon={FileDown}
            done={false}
            title={i18n._('Drop in a bank file')}
            note={i18n._('The file your bank lets you download. Nothing is kept before you have seen it.')}
          >
            {may('data.import') && (
              <Link to={'/import' as string} className={buttonClass(hasAccount ? 'primary' : 'secondary')}>
                {i18n._('Choose a file')}
              </Link>
            )}
          </Step>
        </ol>
        {hasAccount && may('transactions.create') && (
          <Button kind="quiet" icon={PencilLine} className="mt-4" onClick={() => showOver('add')}>
            {i18n._('Or add one by hand')}
          </Button>
        )}
      </div>
      <Hills className="pointer-events-none absolute right-0 bottom-0 h-24 w-48 sm:h-36 sm:w-72" />
    </Card>
  );
}

type StepProps = {
  number: number;
  icon: LucideIcon;
  done: boolean;
  title: string;
  note: string;
  children: React.ReactNode;
};

function Step({ number, icon: Icon, done, title, note, children }: StepProps) {
  const { i18n } = useLingui();
  return (
    <li className="flex flex-wrap items-center gap-4 rounded-cell border border-line bg-surface/90 p-4">
      <span
        className={
          done
            ? 'flex size-11 shrink-0 items-center justify-center rounded-button bg-good text-surface'
            : 'flex size-11 shrink-0 items-center justify-center rounded-button bg-good-soft text-good-text'
        }
      >
        {done ? <Check aria-label={i18n._('Done')} size={20} /> : <Icon aria-hidden size={20} />}
      </span>
      <span className="min-w-48 flex-1">
        <span className="block font-semibold">
          <span className="sr-only">{number}. </span>
          {title}
        </span>
        <span className="block text-sm text-ink-3">{note}</span>
      </span>
      {children}
    </li>
  );
}
