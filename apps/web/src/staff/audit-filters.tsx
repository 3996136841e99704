import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { instantMs, instantText } from '../clock.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

type Narrowed = Readonly<Record<string, string>>;

/** What the audit is narrowed by. It counts when it is shown, so that nothing is asked at each letter. */
export function AuditFilters({
  narrowed,
  onNarrow,
}: {
  narrowed: Narrowed;
  onNarrow: (to: Record<string, string>) => void;
}) {
  const { i18n } = useLingui();
  const { cursor: _cursor, ...start } = narrowed;
  const [wish, setWish] = useState<Record<string, string>>(start);
  const set = (name: string) => (value: string) => setWish({ ...wish, [name]: value });
  const text = (name: string, label: string, hint?: string) => (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      value={wish[name] ?? ''}
      onChange={(event) => set(name)(event.target.value.trim())}
    />
  );
  return (
    <Card>
      <form
        aria-label={i18n._('Narrow the audit')}
        onSubmit={(event) => {
          event.preventDefault();
          onNarrow(wish);
        }}
      >
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {text('action', i18n._('Action, or its beginning'), i18n._('Such as login. or member.changed'))}
          {text('actor_id', i18n._('Person (id)'))}
          {text('household_id', i18n._('Household (id)'))}
          {text('organisation_id', i18n._('Organisation (id)'))}
          {text('ip', i18n._('Address or network'), i18n._('Such as 203.0.113.7 or 203.0.113.0/24'))}
          {text('request_id', i18n._('Request'))}
          {text('entity_id', i18n._('What it is about (id)'))}
          <Choices wish={wish} set={set} />
          <Moment label={i18n._('From')} value={wish['at__gte'] ?? ''} onChange={set('at__gte')} />
          <Moment label={i18n._('Until')} value={wish['at__lt'] ?? ''} onChange={set('at__lt')} />
        </div>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          {Object.keys(start).length > 0 && (
            <Button onClick={() => onNarrow({})}>{i18n._('Clear the filters')}</Button>
          )}
          <Button type="submit" kind="primary">
            {i18n._('Show')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Choices({ wish, set }: { wish: Narrowed; set: (name: string) => (value: string) => void }) {
  const { i18n } = useLingui();
  const any = { value: '', label: i18n._('Any') };
  return (
    <>
      <Select
        label={i18n._('Risk')}
        value={wish['risk__gte'] ?? ''}
        choices={[
          any,
          { value: 'medium', label: i18n._('medium or more') },
          { value: 'high', label: i18n._('high or more') },
          { value: 'critical', label: i18n._('critical') },
        ]}
        onChange={set('risk__gte')}
      />
      <Select
        label={i18n._('Outcome')}
        value={wish['success'] ?? ''}
        choices={[
          any,
          { value: 'true', label: i18n._('It was done') },
          { value: 'false', label: i18n._('It failed or was refused') },
        ]}
        onChange={set('success')}
      />
      <Select
        label={i18n._('Order')}
        value={wish['sort'] ?? ''}
        choices={[
          { value: '', label: i18n._('Newest first') },
          { value: 'at', label: i18n._('Oldest first') },
        ]}
        onChange={set('sort')}
      />
    </>
  );
}

/** A moment by the clock of the device; the address holds it in UTC, so that it means the same to whoever gets the link. */
function Moment({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextField
      type="datetime-local"
      label={label}
      value={value === '' ? '' : localOf(value)}
      onChange={(event) =>
        onChange(event.target.value === '' ? '' : instantText(instantMs(event.target.value)))
      }
    />
  );
}

function localOf(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  return parts.format(instantMs(instant)).replace(' ', 'T');
}
