import type { Feature } from '../../platform/feature.ts';
import { routes } from './bulk.routes.ts';

/** Many entries at once: bulk edits, merging doubles, categorising all of one payee. */
export const bulkEdits: Feature = { name: 'bulk', routes };
