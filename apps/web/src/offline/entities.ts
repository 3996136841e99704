import type { paths, SyncChange } from '@kinwise/api-client/schema';

type Put = Extract<SyncChange, { op: 'put' }>;

/**
 * The kinds of rows that live on the device, named as the sync door names them, each with the row of its own resource.
 * A row that the server has not seen yet holds only what was written of it and what was shown with that.
 */
export type RowOf = { [Change in Put as Change['entity']]: Change['row'] };

export type EntityName = keyof RowOf;

export type PlainRow = Readonly<Record<string, unknown>>;

/** The name of a collection whose rows have an address of their own. */
type Collection = keyof paths extends infer Path
  ? Path extends `/${infer Name}/{id}/`
    ? Name
    : never
  : never;

/** What a member may want while there is no signal. */
type Written = {
  /** The collection under /api/v1. */
  readonly path: Collection;
  /** How the screen shows an action before the server has answered. An action that is not named here changes nothing. */
  readonly actions?: Readonly<Record<string, (row: PlainRow, body: PlainRow) => PlainRow>>;
};

/** Everything else "needs signal". */
type OnlyRead = { readonly path?: never };

const RULES = {
  transaction: {
    path: 'transactions',
    actions: {
      splits: (row, body) => ({ ...row, splits: body['splits'] ?? [] }),
      tags: (row, body) => ({ ...row, tags: changedTags(row['tags'], body) }),
      categorise: (row, body) => ({
        ...row,
        category_id: body['category_id'],
        needs_review: false,
        proposed: null,
      }),
      restore: (row) => ({ ...row, deleted_at: null }),
    },
  },
  category: {
    path: 'categories',
    actions: { restore: (row) => ({ ...row, is_archived: false }) },
  },
  tag: { path: 'tags' },
  saved_search: { path: 'saved-searches' },
  merchant: { path: 'merchants' },
  rule: { path: 'rules' },
  account: { path: 'accounts' },
  household: {},
  membership: {},
  invitation: {},
  exchange_rate: {},
} as const satisfies Readonly<Record<EntityName, Written | OnlyRead>>;

type Rules = typeof RULES;

export type Queueable = { [Name in EntityName]: Rules[Name] extends Written ? Name : never }[EntityName];

export const ENTITIES: Readonly<Record<Queueable, Written> & Record<EntityName, Written | OnlyRead>> = RULES;

export const ENTITY_NAMES = Object.keys(ENTITIES) as readonly EntityName[];

type Rows<Name extends Queueable> = `/${Rules[Name]['path']}/`;
type BodyOf<Path, Method extends string> = Path extends keyof paths
  ? paths[Path] extends Readonly<
      Record<Method, { requestBody?: { content: { 'application/json': infer Body extends PlainRow } } }>
    >
    ? Body
    : never
  : never;

/** What the server takes for a new row, for a change of one, and for an action below one. */
export type NewRow<Name extends Queueable> = BodyOf<Rows<Name>, 'post'>;
export type RowChange<Name extends Queueable> = BodyOf<`${Rows<Name>}{id}/`, 'patch'>;
export type ActionOf<Name extends Queueable> = keyof paths extends infer Path
  ? Path extends `${Rows<Name>}{id}/${infer Action}/`
    ? Action
    : never
  : never;
export type ActionBody<Name extends Queueable, Action extends string> = BodyOf<
  `${Rows<Name>}{id}/${Action}/`,
  'post'
>;

/** What a field of a written row can be called. */
export type FieldName = { [Name in Queueable]: keyof NewRow<Name> | keyof RowOf[Name] }[Queueable];

export function isEntity(name: string): name is EntityName {
  return name in ENTITIES;
}

function changedTags(tags: unknown, body: PlainRow): string[] {
  const removed = new Set(idsOf(body['remove']));
  return [...new Set([...idsOf(tags), ...idsOf(body['add'])])].filter((id) => !removed.has(id));
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
