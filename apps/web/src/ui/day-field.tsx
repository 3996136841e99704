import { type Day, parseDay } from '@kinwise/core/days';
import { type ComponentProps, useState } from 'react';
import { TextField } from './field.tsx';

type DayFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'value' | 'onChange' | 'onBlur'> & {
  value: Day | undefined;
  /** Hears of whole days, and of none where the field was emptied. */
  onChange: (day: Day | undefined) => void;
};

/**
 * A day that is typed or picked. While one types, browsers tell of days that nobody means, such as one in the year 2, and of
 * none at all: these stay in the field alone until it is left, so that the next digit still finds the ones before it.
 */
export function DayField({ value, onChange, ...rest }: DayFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      {...rest}
      type="date"
      value={typed ?? value ?? ''}
      onChange={({ target }) => {
        setTyped(target.value);
        const day = parseDay(target.value);
        if (day !== undefined || target.value === '') onChange(day);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
