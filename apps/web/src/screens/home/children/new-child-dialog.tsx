import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../../ui/field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { PapersLinks } from '../../identity/papers-links.tsx';
import { roleMeaning, roleName } from '../household/role-words.ts';
import { useChildChange } from './use-children.ts';

/** A place for a child that has no address of its own. */
export function NewChildDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const [name, setName] = useState('');
  const [role, setRole] = useState<'child' | 'teen'>('child');
  const [year, setYear] = useState('');
  const [agreed, setAgreed] = useState(false);
  const add = useChildChange(() =>
    got(
      api.POST('/children/', {
        body: {
          first_name: name.trim(),
          role,
          guardian_consents: true,
          birth_year: year === '' ? null : Number(year),
        },
      }),
    ),
  );
  const at = (pointer: string) => (add.error instanceof ProblemError ? add.error.at(pointer) : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Add a child')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button
            type="submit"
            form="new-child"
            kind="primary"
            busy={add.isPending}
            disabled={name.trim() === '' || !agreed}
          >
            {i18n._('Add the child')}
          </Button>
        </>
      }
    >
      <form
        id="new-child"
        className="space-y-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined, {
            onSuccess: () => {
              showToast({ title: i18n._('{name} has a place now', { name: name.trim() }) });
              onClose();
            },
          });
        }}
      >
        {add.isError && at('/first_name') === undefined && at('/birth_year') === undefined && (
          <ProblemNote title={i18n._('The child was not added')}>{sayProblem(add.error)}</ProblemNote>
        )}
        <TextField
          label={i18n._('What is the child called?')}
          maxLength={80}
          autoComplete="off"
          autoFocus
          value={name}
          error={at('/first_name')}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="space-y-1.5">
          <Segments
            label={i18n._('Role')}
            choices={[
              { name: 'child', label: roleName('child') },
              { name: 'teen', label: roleName('teen') },
            ]}
            value={role}
            onChange={setRole}
          />
          <p className="text-sm text-ink-3">{roleMeaning(role)}</p>
        </div>
        {role === 'teen' && (
          <TextField
            label={i18n._('Year of birth (optional)')}
            hint={i18n._(
              'From sixteen on they decide themselves what their data is used for. Nothing else follows from it.',
            )}
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            value={year}
            error={at('/birth_year')}
            onChange={(event) => setYear(event.target.value.replace(/\D/g, ''))}
          />
        )}
        <Checkbox
          label={i18n._('I look after this child and agree to the terms and the privacy policy for it.')}
          hint={<PapersLinks />}
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        />
      </form>
    </Dialog>
  );
}
