import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Card, CardHeader } from '../ui/card.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { ProblemNote } from '../ui/states.tsx';

const MINUTES = ['15', '30', '60'] as const;
const LEAST = 20;

/** Asks to look into a household for a while. */
export function OpenForm({ household }: { household: string }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('30');
  const open = useMutation({
    mutationFn: () =>
      got(
        api.POST('/admin/households/{id}/access/', {
          params: { path: { id: household } },
          body: {
            reason: reason.trim(),
            minutes: Number(minutes),
            ...(ticket.trim() && { ticket: ticket.trim() }),
          },
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['staff', 'access', household] }),
  });
  return (
    <Card>
      <CardHeader
        title={i18n._('Look into it')}
        note={i18n._(
          'For a while, and only to read. The household’s admins get a mail with your name and reason at once. Private accounts stay hidden.',
        )}
      />
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        {open.isError && (
          <ProblemNote title={i18n._('It did not open')}>{sayProblem(open.error)}</ProblemNote>
        )}
        <TextArea
          label={i18n._('Reason')}
          hint={i18n._('At least twenty characters; the household reads it.')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={i18n._('Ticket, if there is one')}
            maxLength={100}
            value={ticket}
            onChange={(event) => setTicket(event.target.value)}
          />
          <Select
            label={i18n._('For how long')}
            value={minutes}
            choices={MINUTES.map((value) => ({
              value,
              label: i18n._('{minutes} minutes', { minutes: value }),
            }))}
            onChange={setMinutes}
          />
        </div>
        <Button type="submit" kind="primary" busy={open.isPending} disabled={reason.trim().length < LEAST}>
          {i18n._('Look into it')}
        </Button>
      </form>
    </Card>
  );
}
