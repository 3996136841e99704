import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useRows } from '../../../offline/hooks.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { guessPayees, type KnownPayee } from './payee-guess.ts';
import { useKnownPayees } from './use-known-payees.ts';

type PayeeFieldProps = {
  kind: 'expense' | 'income';
  amount: string | undefined;
  value: string | undefined;
  /** Somebody known: brings category and account. */
  onChoose: (payee: KnownPayee) => void;
  /** A name alone, or none. */
  onName: (name: string | undefined) => void;
};

/** Who it was with: the likeliest to press, everybody else to type. */
export function PayeeField({ kind, amount, value, onChoose, onName }: PayeeFieldProps) {
  const { i18n } = useLingui();
  const known = useKnownPayees();
  const merchants = useRows('merchant');
  const guesses = useMemo(() => guessPayees(known, { kind, typed: '', amount }), [known, kind, amount]);
  const choices = useMemo(() => {
    const all = guessPayees(known, { kind, typed: '', amount: undefined }, 500).map((payee) => payee.name);
    const names = new Set([
      ...all,
      ...(merchants ?? []).map(({ row }) => row.name),
      ...(value === undefined ? [] : [value]),
    ]);
    return [...names].map((name) => ({ value: name, label: name }));
  }, [known, kind, merchants, value]);

  function choose(name: string | undefined) {
    const payee = known.find((one) => one.kind === kind && one.name === name);
    if (payee) onChoose(payee);
    else onName(name);
  }

  const label = kind === 'expense' ? i18n._('Paid to') : i18n._('Received from');
  return (
    <div className="space-y-2">
      {guesses.length > 0 && (
        <div
          role="group"
          aria-label={i18n._('Likely')}
          className="-mx-5 flex gap-2 overflow-x-auto px-5 pb-0.5"
        >
          {guesses.map((payee) => (
            <Chip
              key={payee.name}
              chosen={payee.name === value}
              className="shrink-0"
              onClick={() => (payee.name === value ? onName(undefined) : onChoose(payee))}
            >
              {payee.name}
            </Chip>
          ))}
        </div>
      )}
      <Combobox
        label={label}
        choices={choices}
        value={value}
        onChange={choose}
        onCreate={onName}
        createLabel={(name) => i18n._('Use “{name}”', { name })}
      />
    </div>
  );
}
