import { newId } from '@kinwise/core/ids';
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { deviceClock, instantText } from '../clock.ts';
import { type LocalCopy, rowsOf } from './database.ts';
import type { ActionBody, ActionOf, EntityName, NewRow, Queueable, RowChange, RowOf } from './entities.ts';
import { type Folded, foldRow, foldRows } from './fold.ts';
import type { Operation } from './operation.ts';
import { want } from './outbox.ts';
import type { SyncLoop, SyncStatus } from './sync-loop.ts';

export type OnDevice = {
  readonly copy: LocalCopy;
  readonly sync: SyncLoop;
  /** The household in view; undefined for a person who has none. */
  readonly household: string | undefined;
};

export type Offline = OnDevice & { readonly household: string };

const Context = createContext<OnDevice | undefined>(undefined);

export function OfflineProvider({ value, children }: { value: OnDevice; children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The person's copy and queue on this device, with a household or without. */
function useOnDevice(): OnDevice {
  const device = useContext(Context);
  if (!device) throw new Error('This part stands outside of OfflineProvider.');
  return device;
}

/** For what is about a household. */
export function useOffline(): Offline {
  const device = useOnDevice();
  if (device.household === undefined) throw new Error('This part needs a household.');
  return device as Offline;
}

/** All rows of a kind in this household, as the person wants them; undefined while they are first read. For small kinds only. */
export function useRows<Name extends EntityName>(entity: Name): readonly Folded<RowOf[Name]>[] | undefined {
  const { copy, household } = useOffline();
  return useLiveQuery(async () => {
    // As of one moment: a row that is sent meanwhile is neither missing nor doubled.
    const [rows, operations] = await copy.transaction('r', [rowsOf(copy, entity), copy.outbox], async () => [
      await rowsOf(copy, entity).where('household').equals(household).toArray(),
      await copy.outbox.where('entity').equals(entity).sortBy('seq'),
    ]);
    const own = operations.filter((operation) => operation.household === household);
    return foldRows(entity, rows, own) as unknown as Folded<RowOf[Name]>[];
  }, [copy, household, entity]);
}

/** One row by its id. `undefined` while it is read or the first copy may still bring it, `null` when there is none. */
export function useRow<Name extends EntityName>(
  entity: Name,
  id: string | undefined,
): Folded<RowOf[Name]> | null | undefined {
  const { copy, household } = useOffline();
  return useLiveQuery(async () => {
    if (id === undefined) return null;
    const [stored, operations, cursor] = await copy.transaction(
      'r',
      [rowsOf(copy, entity), copy.outbox, copy.cursors],
      async () => [
        await rowsOf(copy, entity).get(id),
        await copy.outbox.where('entityId').equals(id).sortBy('seq'),
        // The first copy is written past this query, which hears of it by the cursor.
        await copy.cursors.get(household),
      ],
    );
    const own = operations.filter((one) => one.entity === entity && one.household === household);
    const row = foldRow(stored?.household === household ? stored : undefined, own) as
      | Folded<RowOf[Name]>
      | undefined;
    return row ?? (cursor?.complete ? null : undefined);
  }, [copy, entity, id, household]);
}

/** The id of a new row, and what the screen shows of it besides the body until the server answers. */
export type Made<Name extends Queueable> = { readonly id?: string; readonly shown?: Partial<RowOf[Name]> };

/** An action below a row: `act('transaction', id, { action: 'splits', body: { splits } })`. */
type Act<Name extends Queueable, Action extends ActionOf<Name>> = {
  readonly action: Action;
  readonly body?: ActionBody<Name, Action>;
};

export type Write = {
  /** Makes a row and tells its id; the screen shows it at once. */
  readonly create: <Name extends Queueable>(
    entity: Name,
    body: NewRow<Name>,
    made?: Made<Name>,
  ) => Promise<string>;
  readonly update: <Name extends Queueable>(entity: Name, id: string, body: RowChange<Name>) => Promise<void>;
  readonly remove: (entity: Queueable, id: string) => Promise<void>;
  readonly act: <Name extends Queueable, Action extends ActionOf<Name>>(
    entity: Name,
    id: string,
    what: Act<Name, Action>,
  ) => Promise<void>;
};

/** Writes into the outbox; the loop sends it as soon as there is signal. */
export function useWrite(): Write {
  const { copy, sync, household } = useOffline();
  return useMemo(() => {
    const wish = async (intention: Omit<Parameters<typeof want>[1], 'household'>) => {
      await want(copy, { ...intention, household }, instantText(deviceClock.now()));
      sync.poke();
    };
    return {
      create: async (entity, body, { id = newId(), shown } = {}) => {
        await wish({ kind: 'create', entity, entityId: id, body, ...(shown && { shown }) });
        return id;
      },
      update: (entity, entityId, body) => wish({ kind: 'update', entity, entityId, body }),
      remove: (entity, entityId) => wish({ kind: 'delete', entity, entityId }),
      act: (entity, entityId, what) => wish({ kind: 'action', entity, entityId, ...what }),
    };
  }, [copy, sync, household]);
}

/** What waits to be sent, in order, over all households; blocked operations among it. */
export function useOutbox(): readonly Operation[] {
  const { copy } = useOnDevice();
  return useLiveQuery(() => copy.outbox.orderBy('seq').toArray(), [copy]) ?? NONE;
}

export function useSyncStatus(): SyncStatus {
  const { sync } = useOnDevice();
  return useSyncExternalStore(sync.subscribe, sync.status);
}

/** Whether this household's first load is still under way (true), done (false), or not known yet (undefined). */
export function useFirstLoad(): boolean | undefined {
  const { copy, household } = useOffline();
  return useLiveQuery(
    async () => !((await copy.cursors.get(household))?.complete ?? false),
    [copy, household],
  );
}

/** A fact of this device, such as `synced_at`. */
export function useFact<Value>(name: string): Value | undefined {
  const { copy } = useOnDevice();
  return useLiveQuery(async () => (await copy.facts.get(name))?.value as Value | undefined, [copy, name]);
}

const NONE: readonly Operation[] = [];
