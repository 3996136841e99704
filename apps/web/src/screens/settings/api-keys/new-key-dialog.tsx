import type { ApiKeyMaking, ApiKeys, ApiKeyScope } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { daysChoices } from './days-choices.ts';
import { scopeGroups } from './scope-words.ts';
import { ShownOnce } from './shown-once.tsx';
import { useApiKeysChanged } from './use-api-keys.ts';

const ANY = 'any';
/** What is about more than one household; a key that speaks of one alone has no use for it. */
const PERSONAL: ReadonlySet<ApiKeyScope> = new Set(['read:profile']);

/** Makes a key, and then shows it, once. */
export function NewKeyDialog({ limits, onClose }: { limits: ApiKeys; onClose: () => void }) {
  const { i18n } = useLingui();
  const changed = useApiKeysChanged();
  const [making, setMaking] = useState<Making>({
    name: '',
    scopes: [],
    days: String(limits.days_default),
    household: ANY,
    signedOnly: false,
  });
  const make = useMutation({
    mutationFn: () => got(api.POST('/auth/api-keys/', { body: bodyOf(making) })),
    // What is shown once is not kept for later.
    gcTime: 0,
    onSuccess: changed,
  });
  if (make.data) return <ShownOnce made={make.data} onClose={onClose} />;
  const { error } = make;
  const at = (pointer: string) => (error instanceof ProblemError ? error.at(pointer) : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Make an API key')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button
            type="submit"
            form="new-key"
            kind="primary"
            busy={make.isPending}
            disabled={making.name.trim() === '' || bodyOf(making).scopes.length === 0}
          >
            {i18n._('Make the key')}
          </Button>
        </>
      }
    >
      <form
        id="new-key"
        className="space-y-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        {make.isError && at('/name') === undefined && (
          <ProblemNote title={i18n._('The key was not made')}>{sayProblem(make.error)}</ProblemNote>
        )}
        <Basics making={making} onChange={setMaking} limits={limits} wrongName={at('/name')} />
        <Scopes
          chosen={making.scopes}
          bound={making.household !== ANY}
          onChange={(scopes) => setMaking({ ...making, scopes })}
        />
        <Checkbox
          label={i18n._('Take signed requests only')}
          hint={i18n._(
            'For servers: each request has to be signed with a second secret, so that a key that leaks opens nothing by itself. Files cannot be sent.',
          )}
          checked={making.signedOnly}
          onChange={(event) => setMaking({ ...making, signedOnly: event.target.checked })}
        />
      </form>
    </Dialog>
  );
}

type Making = {
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly days: string;
  readonly household: string;
  readonly signedOnly: boolean;
};

function bodyOf({ name, scopes, days, household, signedOnly }: Making): ApiKeyMaking {
  return {
    name: name.trim(),
    scopes: scopes.filter((scope) => household === ANY || !PERSONAL.has(scope)),
    expires_in_days: Number(days),
    signed_only: signedOnly,
    ...(household !== ANY && { household_id: household }),
  };
}

type BasicsProps = {
  making: Making;
  onChange: (making: Making) => void;
  limits: ApiKeys;
  wrongName: string | undefined;
};

function Basics({ making, onChange, limits, wrongName }: BasicsProps) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const any = { value: ANY, label: i18n._('All my households') };
  return (
    <>
      <TextField
        label={i18n._('Name')}
        hint={i18n._('What it is for, so that you know it again')}
        maxLength={60}
        value={making.name}
        error={wrongName}
        autoComplete="off"
        autoFocus
        onChange={(event) => onChange({ ...making, name: event.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={i18n._('Expires after')}
          choices={daysChoices(limits.days_most, limits.days_default)}
          value={making.days}
          onChange={(days) => onChange({ ...making, days })}
        />
        <Select
          label={i18n._('Speaks of')}
          choices={[any, ...me.households.map(({ id, name }) => ({ value: id, label: name }))]}
          value={making.household}
          onChange={(household) => onChange({ ...making, household })}
        />
      </div>
    </>
  );
}

type ScopesProps = {
  chosen: readonly ApiKeyScope[];
  bound: boolean;
  onChange: (chosen: readonly ApiKeyScope[]) => void;
};

function Scopes({ chosen, bound, onChange }: ScopesProps) {
  const { i18n } = useLingui();
  const turn = (scope: ApiKeyScope, on: boolean) =>
    onChange(on ? [...chosen, scope] : chosen.filter((one) => one !== scope));
  return (
    <div className="space-y-3">
      <div>
        <h3 className="text-sm font-semibold text-ink-2">{i18n._('What it may do')}</h3>
        <p className="text-sm text-ink-3">{i18n._('Choose as little as it needs.')}</p>
      </div>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {scopeGroups().map(({ title, scopes }) => (
          <fieldset key={title} className="space-y-2">
            <legend className="mb-1.5 text-sm text-ink-3">{title}</legend>
            {scopes.map(([scope, words]) => (
              <Checkbox
                key={scope}
                label={words}
                disabled={bound && PERSONAL.has(scope)}
                checked={chosen.includes(scope) && !(bound && PERSONAL.has(scope))}
                onChange={(event) => turn(scope, event.target.checked)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
