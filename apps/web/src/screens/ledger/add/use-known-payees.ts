import type { Transaction } from '@kinwise/api-client/schema';
import { useEffect, useState } from 'react';
import { rowsOf } from '../../../offline/database.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { type KnownPayee, learnPayees } from './payee-guess.ts';

/** So many of the newest entries teach what payees there are. */
const LEARN_FROM = 2000;

/** The payees of this household's last entries, those still waiting among them. Read once when the sheet opens. */
export function useKnownPayees(): readonly KnownPayee[] {
  const { copy, household } = useOffline();
  const { today } = useHousehold();
  const [known, setKnown] = useState<readonly KnownPayee[]>([]);
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const stored = await rowsOf(copy, 'transaction')
        .where('[household+day+id]')
        .between([household, '', ''], [household, '\uffff', '\uffff'])
        .reverse()
        .limit(LEARN_FROM)
        .toArray();
      const waiting = await copy.outbox.where('entity').equals('transaction').reverse().sortBy('seq');
      const made = waiting.filter(
        (operation) => operation.kind === 'create' && operation.household === household,
      );
      const rows = [
        ...made.map((operation) => ({ ...operation.shown, ...operation.body })),
        ...stored.map((record) => record.row),
      ] as unknown as Transaction[];
      if (wanted) setKnown(learnPayees(rows, today));
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [copy, household, today]);
  return known;
}
