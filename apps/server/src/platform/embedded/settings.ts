/** What the embedded server is told: small when idle, quick for one household's work, reachable from this machine only. */
import { totalmem } from 'node:os';

/** The whole configuration file. `throwAway` gives up durability, which only tests may ask for. */
export function settings(options: { throwAway: boolean; ownFile: boolean }): string {
  const lines = {
    ...BASE,
    effective_cache_size: `${Math.round(totalmem() / 2 ** 21)}MB`,
    ...(options.throwAway ? UNSAFE : {}),
  };
  const text = Object.entries(lines).map(([name, value]) => `${name} = '${value}'`);
  return [
    '# Written by KinWise at every start. Your own settings go into local.conf beside this file.',
    ...text,
  ]
    .concat(options.ownFile ? ["include = 'local.conf'", ''] : [''])
    .join('\n');
}

const BASE = {
  // The build carries an OpenSSL and an ICU that are no longer maintained: never listen beyond the machine.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  wal_compression: 'on',
  max_wal_size: '1GB',
  min_wal_size: '80MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Readahead workers cost memory and do nothing for data that fits into the cache.
  io_method: 'sync',
  autovacuum_max_workers: '2',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  wal_level: 'minimal',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %u@%d ',
};

const UNSAFE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '64MB',
};
