import type { Category } from '@kinwise/api-client/schema';

/** What is being done to a category at the moment. */
export type Doing =
  | { readonly what: 'edit' | 'merge' | 'delete'; readonly category: Category }
  | { readonly what: 'new'; readonly parent: Category | undefined; readonly kind: Category['kind'] };
