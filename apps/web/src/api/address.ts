import type { paths } from '@kinwise/api-client/schema';

/** An address below /api/v1 as the server names it, for what is called without the client. */
export type Address = keyof paths extends infer Path
  ? Path extends `/${infer Below}`
    ? Below
    : never
  : never;
