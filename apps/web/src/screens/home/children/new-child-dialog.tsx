import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { Checkbox, TextField } from '../../../ui/field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { FormDialog } from '../../form-dialog.tsx';
import { PapersLinks } from '../../identity/papers-links.tsx';
import { roleMeaning, roleName } from '../household/role-words.ts';
import { BirthYearField } from './birth-year-field.tsx';
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
  return (
    <FormDialog
      onClose={onClose}
      title={i18n._('Add a child')}
      press={i18n._('Add the child')}
      ready={name.trim() !== '' && agreed}
      refused={i18n._('The child was not added')}
      pointers={['/first_name', '/birth_year']}
      save={() => add.mutateAsync(undefined)}
      onSaved={() => showToast({ title: i18n._('{name} has a place now', { name: name.trim() }) })}
    >
      {(wrong) => (
        <>
          <TextField
            label={i18n._('What is the child called?')}
            maxLength={80}
            autoComplete="off"
            autoFocus
            value={name}
            error={wrong('/first_name')}
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
          {role === 'teen' && <BirthYearField value={year} error={wrong('/birth_year')} onChange={setYear} />}
          <Checkbox
            label={i18n._('I look after this child and agree to the terms and the privacy policy for it.')}
            hint={<PapersLinks />}
            checked={agreed}
            onChange={(event) => setAgreed(event.target.checked)}
          />
        </>
      )}
    </FormDialog>
  );
}
