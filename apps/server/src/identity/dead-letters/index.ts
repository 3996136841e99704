import type { Feature } from '../../platform/feature.ts';
import { jobs } from './dead-letters.jobs.ts';

export const deadLetters: Feature = {
  name: 'dead-letters',
  jobs,
  tables: ['dead_letters'],
  sealed: [{ table: 'dead_letters', column: 'sealed', key: ['message_id'] }],
  figures: [
    {
      name: 'kinwise_letters_given_up',
      help: 'Letters that were given up and are kept, by reason',
      labels: ['reason'],
      sql: 'select reason, count(*)::int as value from dead_letters group by 1',
    },
    {
      name: 'kinwise_letters_waiting',
      help: 'Letters that wait to be sent, by whether they were tried before',
      labels: ['tried'],
      sql: `select case when j.payload ->> 'tries' is null then 'no' else 'yes' end as tried, count(*)::int as value
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'letters.send' group by 1`,
    },
  ],
  invariants: [
    {
      // What bounced or came too late is nothing that whoever runs this could mend.
      name: 'mail leaves (what did not: kinwise mail list)',
      sql: `select count(*)::int as letters, reason, max(answer) as answer from dead_letters
        where reason in ('refused', 'unreachable') group by reason order by reason`,
    },
  ],
  personalData: [{ table: 'dead_letters', eraseSql: 'delete from dead_letters where from_user = $1' }],
  kept: [
    {
      what: 'Letters that could not be sent, sealed',
      why: 'So that they can be sent when the mail server works again',
      until: (config) => `${config.DEAD_LETTERS_DAYS} days, or until they are sent or dropped`,
      overdue: {
        sql: 'select count(*)::int as count from dead_letters where given_up_at < $1',
        days: (config) => config.DEAD_LETTERS_DAYS + 2,
      },
    },
  ],
};
