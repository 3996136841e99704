import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { SEGMENT, TRACK } from './segments.tsx';

type Tab<Name extends string> = {
  readonly name: Name;
  readonly label: ReactNode;
  readonly panel?: ReactNode;
};

type TabsProps<Name extends string> = {
  tabs: readonly Tab<Name>[];
  value: Name;
  onChange: (name: Name) => void;
  /** What the tabs choose between, for screen readers. */
  label: string;
  className?: string;
};

/** A few views of one thing, as a row of segments with the panel below. */
export function Tabs<Name extends string>({ tabs, value, onChange, label, className }: TabsProps<Name>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as Name)} className={className}>
      <Base.List aria-label={label} className={TRACK}>
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.name}
            value={tab.name}
            className={cx(
              SEGMENT,
              'data-[active]:bg-surface data-[active]:text-ink data-[active]:shadow-card',
            )}
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.name} value={tab.name} className="pt-4 outline-offset-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
