import type { Feature } from '../../platform/feature.ts';
import { jobs } from './mail-addresses.jobs.ts';

export const mailAddresses: Feature = {
  name: 'mail-addresses',
  jobs,
  tables: ['mail_addresses'],
  figures: [
    {
      name: 'kinwise_mail_addresses',
      help: 'Addresses that mail does not reach, or whose owners want none',
      labels: ['state'],
      sql: `select s.state, count(*)::int as value from mail_addresses, lateral (values
          ('undeliverable', undeliverable_at), ('complained', complained_at), ('refused', refused_at)) s (state, at)
        where s.at is not null group by 1`,
    },
  ],
  kept: [
    {
      what: 'A keyed hash of an address that mail came back from, or whose owner called mail unwanted',
      why: 'So that nobody is mailed over and over in vain or against their wish',
      until: (config) => `${config.MAIL_MARKS_DAYS} days, or until the address is confirmed again`,
      overdue: {
        sql: 'select count(*)::int as count from mail_addresses where changed_at < $1 and refused_at is null',
        days: (config) => config.MAIL_MARKS_DAYS + 2,
      },
    },
    {
      what: 'A keyed hash of the address of somebody who asked never to be mailed again',
      why: 'So that the wish is kept, whoever invites them',
      until: 'Until they register with the address themselves',
    },
  ],
};
