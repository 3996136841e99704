import type { Feature } from '../../platform/feature.ts';
import { jobs } from './erasure.jobs.ts';

export const erasure: Feature = {
  name: 'erasure',
  jobs,
  kept: [
    {
      what: 'Households that were deleted',
      why: 'So that whoever runs this KinWise can bring one back that was deleted by mistake',
      until: (config) => `${config.DELETED_HOUSEHOLD_DAYS} days`,
      overdue: {
        sql: 'select count(*)::int as count from households where deleted_at < $1',
        days: (config) => config.DELETED_HOUSEHOLD_DAYS + 1,
      },
    },
  ],
};
