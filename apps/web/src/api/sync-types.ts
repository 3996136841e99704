/** What the sync door says: changes in order, page by page. */
export type SyncEntity =
  | 'transaction'
  | 'account'
  | 'category'
  | 'merchant'
  | 'tag'
  | 'saved_search'
  | 'rule'
  | 'household'
  | 'membership'
  | 'invitation'
  | 'import'
  | 'exchange_rate';

export type SyncChange = {
  entity: SyncEntity;
  id: string;
  op: 'put' | 'delete';
  version: number;
  row?: Record<string, unknown>;
};

export type SyncPage = {
  changes: SyncChange[];
  next_cursor: string;
  has_more: boolean;
  server_time?: string;
};
