/** Every component on one page, for looking at while building them: `npx vite apps/web`, then /gallery.html. Not shipped. */
import '../src/styles/index.css';
import { addDays, type Day } from '@kinwise/core/days';
import { EN_NZ } from '@kinwise/core/format';
import { Bus, Coffee, Plus, ShoppingBasket, Trash2, Zap } from 'lucide-react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Avatar, AvatarStack } from '../src/ui/avatar.tsx';
import { Bar } from '../src/ui/bar.tsx';
import { Button, IconButton } from '../src/ui/button.tsx';
import { Card } from '../src/ui/card.tsx';
import { Chip, CountBadge, Pill, StatusPill } from '../src/ui/chip.tsx';
import { Combobox } from '../src/ui/combobox.tsx';
import { DayHeading } from '../src/ui/day-heading.tsx';
import { ConfirmDialog, Dialog } from '../src/ui/dialog.tsx';
import { Checkbox, PasswordField, Switch, TextArea, TextField } from '../src/ui/field.tsx';
import { IconTile } from '../src/ui/icon-tile.tsx';
import { MenuButton } from '../src/ui/menu-button.tsx';
import { HeroMoney, Money } from '../src/ui/money.tsx';
import { MoneyField } from '../src/ui/money-field.tsx';
import { Segments } from '../src/ui/segments.tsx';
import { Select } from '../src/ui/select.tsx';
import { UiProvider } from '../src/ui/settings.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../src/ui/states.tsx';
import { StatusShape } from '../src/ui/status-shape.tsx';
import { Tabs } from '../src/ui/tabs.tsx';
import { ToastHost } from '../src/ui/toast-host.tsx';
import { showToast } from '../src/ui/toast-queue.ts';
import { VirtualList } from '../src/ui/virtual-list.tsx';
import { Charts } from './charts.tsx';

const TODAY = '2026-11-22' as Day;
const PEOPLE = [
  { id: 'a', name: 'Aroha' },
  { id: 'b', name: 'Tama' },
  { id: 'c', name: 'Mia' },
  { id: 'd', name: 'Koro' },
  { id: 'e', name: 'Nan' },
];

function Fields() {
  const [money, setMoney] = useState<string | undefined>('1234.50');
  const [choice, setChoice] = useState<string>('b');
  const [category, setCategory] = useState<string | undefined>('groceries');
  const [kind, setKind] = useState<'spent' | 'received'>('spent');
  const [tab, setTab] = useState<'month' | 'cycle' | 'list'>('month');
  const [on, setOn] = useState(true);
  return (
    <Card className="space-y-4">
      <TextField label="Name" hint="As you are called at home." defaultValue="Mere" />
      <TextField label="Email" error="This is no email address." defaultValue="mere@" />
      <PasswordField label="Password" defaultValue="a few words in a row" />
      <TextArea label="Notes" />
      <MoneyField label="Amount" currency="NZD" value={money ?? ''} onChange={setMoney} />
      <Select
        label="Account"
        value={choice}
        onChange={setChoice}
        choices={[
          { value: 'a', label: 'Everyday' },
          { value: 'b', label: 'Rainy day', note: 'savings' },
        ]}
      />
      <Combobox
        label="Category"
        value={category}
        onChange={setCategory}
        onCreate={setCategory}
        createLabel={(typed) => `Make “${typed}”`}
        choices={[
          { value: 'groceries', label: 'Groceries', icon: ShoppingBasket },
          { value: 'whanau', label: 'Whānau', icon: Coffee, note: 'Koha, gifts' },
        ]}
      />
      <Segments
        label="Kind"
        value={kind}
        onChange={setKind}
        choices={[
          { name: 'spent', label: 'Spent' },
          { name: 'received', label: 'Received' },
        ]}
      />
      <Tabs
        label="View"
        value={tab}
        onChange={setTab}
        tabs={[
          { name: 'month', label: 'Month', panel: 'The month.' },
          { name: 'cycle', label: 'Pay cycle', panel: 'The cycle.' },
          { name: 'list', label: 'List', panel: 'The list.' },
        ]}
      />
      <Checkbox label="Stay signed in" defaultChecked />
      <Switch label="Count in totals" hint="Private accounts show only their sum." on={on} onChange={setOn} />
    </Card>
  );
}

function Small() {
  const [open, setOpen] = useState<'dialog' | 'confirm'>();
  return (
    <Card className="space-y-4">
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" icon={Plus}>
          Add
        </Button>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button
          kind="quiet"
          onClick={() => showToast({ title: '$12.50 added', action: { label: 'Undo', onPress: () => {} } })}
        >
          Toast
        </Button>
        <Button kind="danger" icon={Trash2} onClick={() => setOpen('confirm')}>
          Delete
        </Button>
        <Button busy>Saving</Button>
        <IconButton icon={Plus} label="Add" kind="secondary" />
        <MenuButton
          trigger={<Button>Menu</Button>}
          entries={[
            { label: 'Edit', onSelect: () => {} },
            'line',
            { label: 'Delete', danger: true, onSelect: () => {} },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Pill tone="sky" icon={Zap}>
          $182
        </Pill>
        <Pill tone="kowhai">Pay</Pill>
        <StatusPill status="good">14 on track</StatusPill>
        <StatusPill status="close">6 close</StatusPill>
        <StatusPill status="over">2 over</StatusPill>
        <CountBadge count={2} label="2 wait" />
        <Chip chosen>Groceries</Chip>
        <Chip icon={Bus}>Transport</Chip>
        <StatusShape status="good" size={24} />
        <StatusShape status="close" size={24} />
        <StatusShape status="over" size={24} />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <HeroMoney amount="64.20" currency="NZD" />
        <HeroMoney amount="-1234.50" currency="NZD" />
        <Money amount="2450.00" currency="NZD" meaning="entry" />
        <Money amount="-18.30" currency="NZD" meaning="entry" />
        <Money amount="-18.00" currency="NZD" meaning="over" />
        <AvatarStack people={PEOPLE} most={4} />
        <Avatar person={{ id: 'a', name: 'Aroha' }} />
        <IconTile icon={Coffee} tone="sky" />
      </div>
      <Bar share={0.3} label="30 % used" />
      <Bar share={0.9} status="close" label="90 % used" />
      <Bar share={1.2} status="over" label="120 % used" />
      <ProblemNote title="The file could not be read" action={<Button>Try again</Button>}>
        Line 12 has no amount. Nothing was imported.
      </ProblemNote>
      <Dialog
        open={open === 'dialog'}
        onClose={() => setOpen(undefined)}
        title="Move money"
        description="From Fun to Groceries."
      >
        A dialog.
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        danger
        title="Delete this account?"
        confirm="Delete"
        cancel="Keep it"
        onConfirm={() => setOpen(undefined)}
        onCancel={() => setOpen(undefined)}
      >
        Its 312 entries go with it.
      </ConfirmDialog>
    </Card>
  );
}

function List() {
  return (
    <Card>
      <VirtualList
        className="h-72 overflow-y-auto"
        label="Entries"
        count={100_000}
        estimate={52}
        renderItem={(index) => (
          <>
            {index % 4 === 0 && (
              <DayHeading on={addDays(TODAY, -(index / 4) % 9000)} today={TODAY} aside="−$64.20" />
            )}
            <div className="flex items-center gap-3 py-2">
              <IconTile icon={Coffee} />
              <span className="flex-1">Entry {index}</span>
              <Money amount="-5.50" currency="NZD" />
            </div>
          </>
        )}
      />
    </Card>
  );
}

function Gallery() {
  return (
    <UiProvider locale={EN_NZ}>
      <div className="mx-auto grid max-w-[1204px] gap-4 p-4 lg:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <Small />
          <Fields />
        </div>
        <div className="min-w-0 space-y-4">
          <Charts />
          <List />
          <Card>
            <SkeletonRows />
          </Card>
          <Card>
            <EmptyState
              icon={Coffee}
              title="No entries yet"
              action={<Button kind="primary">Add one</Button>}
              example={<SkeletonRows rows={1} />}
            >
              What you spend and receive stands here.
            </EmptyState>
          </Card>
        </div>
      </div>
      <ToastHost />
    </UiProvider>
  );
}

const element = document.getElementById('root');
if (element) createRoot(element).render(<Gallery />);
