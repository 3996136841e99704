import type { Feature } from '../../platform/feature.ts';
import { jobs } from './photos.jobs.ts';
import { routes } from './photos.routes.ts';

export const photos: Feature = {
  name: 'photos',
  routes,
  jobs,
  tables: ['photos'],
  personalData: [
    {
      table: 'photos',
      exportSql: `select photo as id, 'photo.webp' as file from photos where user_id = $1`,
      eraseSql: 'delete from photos where user_id = $1',
    },
  ],
  kept: [
    {
      what: 'Your photo, where you gave one: a small square, without what a camera writes into its files',
      why: 'So that others in your household see who is who',
      until: 'Until you take it away, give another, or are erased',
    },
  ],
};
