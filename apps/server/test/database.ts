/** A database of its own for every test file: a copy of the migrated one, made in some tens of milliseconds. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
// The type of what the global set-up provides is declared there.
import type {} from './global-setup.ts';

export interface FreshDatabase {
  /** Its address, as the role that owns it. */
  ownerUrl: string;
  /** Removes it, cutting off whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes a database; `from` 'empty' leaves out the tables, for tests of the migrations themselves. */
export async function freshDatabase(from: 'migrated' | 'empty' = 'migrated'): Promise<FreshDatabase> {
  const { adminUrl, template, prefix } = inject('testServer');
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await onServer(
    adminUrl,
    `create database ${name} template ${from === 'empty' ? 'template0' : template} strategy file_copy`,
  );
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.href,
    drop: () => onServer(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
