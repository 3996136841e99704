import type { Database } from './database.ts';

/** The hits of one window, and of the one before it. */
export type Hits = { readonly hits: number; readonly before: number };

/** `window` is the number of the window since 1970; `by` how many hits are added to it. */
export type Hit = {
  readonly key: string;
  readonly window: number;
  readonly seconds: number;
  readonly by: number;
};

/** Where all nodes count together. Adding and reading are one step, so that twins are never judged by one number. */
export type LimitStore = {
  add(hit: Hit): Promise<Hits>;
  /** Why it does not answer; undefined when it does. */
  broken(): Promise<string | undefined>;
  close(): Promise<void>;
};

export function limitsInDatabase(database: Database): LimitStore {
  return {
    add: async ({ key, window, seconds, by }) => {
      const { rows } = await database.app.query<Hits>(
        `with hit as (
           insert into rate_limits as r (key, window_start, hits) values ($1, $2, $4)
           on conflict (key, window_start) do update set hits = r.hits + $4 returning hits)
         select hit.hits, coalesce((select hits from rate_limits where key = $1 and window_start = $3), 0) as before from hit`,
        [key, window * seconds, (window - 1) * seconds, by],
      );
      return rows[0] ?? { hits: by, before: 0 };
    },
    broken: async () => await Promise.resolve(undefined),
    close: async () => {
      await Promise.resolve();
    },
  };
}
