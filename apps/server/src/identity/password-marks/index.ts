import type { Feature } from '../../platform/feature.ts';

export const passwordMarks: Feature = {
  name: 'password-marks',
  tables: ['password_marks'],
  kept: [
    {
      what: 'That your password has to be changed, or stands in a list of stolen ones',
      why: 'So that you hear of it, and choose another',
      until: 'The next such mark, or the end of the account',
    },
  ],
  personalData: [
    {
      table: 'password_marks',
      exportSql: 'select kind, marked_at from password_marks where user_id = $1',
      eraseSql: 'delete from password_marks where user_id = $1',
    },
  ],
};
