import { type Role, rolesGrantableBy } from '@kinwise/core/capabilities';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Select } from '../../../ui/select.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { roleMeaning, roleName } from './role-words.ts';
import { useHouseholdChange } from './use-household-rows.ts';

type Props = { open: boolean; onClose: () => void; onLink: (link: string) => void };
type Way = 'mail' | 'link';
type Form = { way: Way; email: string; role: Role; days: string; message: string };

/** Invites somebody by mail, or makes a link to pass on. */
export function InviteSheet({ open, onClose, onLink }: Props) {
  const { i18n } = useLingui();
  const household = useHousehold();
  const roles = rolesGrantableBy(household.role);
  const [form, setForm] = useState<Form>(() => {
    const usual: Role = household.type === 'student' ? 'flatmate' : 'parent';
    const role = roles.includes(usual) ? usual : (roles.at(-1) ?? 'observer');
    return { way: 'mail', email: '', role, days: '7', message: '' };
  });
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const invite = useInvite({ onClose, onLink });
  const wrongEmail = invite.error instanceof ProblemError ? invite.error.at('/email') : undefined;
  const ready = form.way === 'link' || form.email.includes('@');
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={i18n._('Invite somebody')}
      actions={
        <SignalButton
          kind="primary"
          size="large"
          className="w-full"
          busy={invite.isPending}
          disabled={!ready}
          onClick={() => invite.mutate(form)}
        >
          {form.way === 'mail' ? i18n._('Send the invitation') : i18n._('Make the link')}
        </SignalButton>
      }
    >
      <div className="space-y-5">
        {invite.isError && wrongEmail === undefined && (
          <ProblemNote title={i18n._('Nobody was invited')}>{sayProblem(invite.error)}</ProblemNote>
        )}
        <Segments
          label={i18n._('How')}
          className="flex w-full"
          choices={[
            { name: 'mail', label: i18n._('By mail') },
            { name: 'link', label: i18n._('By link') },
          ]}
          value={form.way}
          onChange={(way) => set({ way })}
        />
        {form.way === 'mail' && (
          <TextField
            label={i18n._('Email')}
            type="email"
            inputMode="email"
            autoComplete="off"
            value={form.email}
            error={wrongEmail}
            onChange={(event) => set({ email: event.target.value })}
          />
        )}
        <Select
          label={i18n._('Role')}
          choices={roles.map((role) => ({ value: role, label: roleName(role) }))}
          value={form.role}
          hint={roleMeaning(form.role)}
          onChange={(role) => set({ role })}
        />
        <Details form={form} onChange={set} />
      </div>
    </Sheet>
  );
}

function Details({ form, onChange }: { form: Form; onChange: (part: Partial<Form>) => void }) {
  const { i18n } = useLingui();
  const days = ['1', '3', '7', '14', '30'];
  return (
    <>
      <Select
        label={i18n._('Open for')}
        choices={days.map((count) => ({
          value: count,
          label: i18n._('{count, plural, one {# day} other {# days}}', { count: Number(count) }),
        }))}
        value={form.days}
        onChange={(next) => onChange({ days: next })}
      />
      {form.way === 'mail' && (
        <TextArea
          label={i18n._('A few words (optional)')}
          maxLength={500}
          value={form.message}
          onChange={(event) => onChange({ message: event.target.value })}
        />
      )}
    </>
  );
}

function useInvite({ onClose, onLink }: Omit<Props, 'open'>) {
  const { i18n } = useLingui();
  const household = useHousehold();
  return useHouseholdChange(async (form: Form) => {
    const mail = form.way === 'mail';
    const body = {
      role: form.role,
      expires_in_days: Number(form.days),
      ...(mail && { email: form.email.trim() }),
      ...(mail && form.message.trim() !== '' && { message: form.message.trim() }),
    };
    const made = await got(
      api.POST('/households/{id}/invitations/', { params: { path: { id: household.id } }, body }),
    );
    onClose();
    if (mail) showToast({ title: i18n._('Invitation sent to {email}', { email: form.email.trim() }) });
    else if (made.link) onLink(made.link);
  });
}
