import type { Import, Purpose } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import { roleWord } from '../../../staff/role-words.ts';
import { accountKinds } from '../../account-kinds.ts';
import { householdTypes, payCycleChoices } from '../../home/parts/household-words.ts';
import { formatName, statusName } from '../../intake/imports/words.ts';
import { purposeWords } from '../../settings/privacy/purpose-words.ts';
import { deedWords, kindsInOrder } from '../activity/activity-words.ts';

type Words = Readonly<Record<string, string>>;

/** What the server says by a code, in the words that the app has for it elsewhere; undefined for what is text already. */
export function codeWords(field: string, code: string): string | undefined {
  const others = field in OTHERS ? OTHERS[field]?.(code) : undefined;
  return { ...ofEntries(), ...ofPeople(), ...ofOthers() }[`${field} ${code}`] ?? others;
}

const OTHERS: Readonly<Record<string, (code: string) => string | undefined>> = {
  action: (code) => deedWords({ action: code, count: 1 }),
  consent: (code) => (isPurpose(code) ? purposeWords(code).title : undefined),
  entity: (code) => kindsInOrder().find(({ value }) => value === code)?.label,
  format: formatName,
  kind: (code) => accountKinds().find(({ value }) => value === code)?.label,
  pay_cycle: (code) => payCycleChoices().find(({ value }) => value === code)?.label,
  role: roleWord,
  type: (code) => householdTypes().find(({ type }) => type === code)?.label,
};

const PURPOSES: Readonly<Record<Purpose, true>> = {
  analytics: true,
  cohort_comparison: true,
  ai: true,
  leaderboard: true,
  marketing: true,
};

const IMPORT_STATES = [
  'reading',
  'preview',
  'committing',
  'committed',
  'undone',
] as const satisfies readonly Import['status'][];

function ofEntries(): Words {
  const imports = IMPORT_STATES.map((state) => [`status ${state}`, statusName(state)] as const);
  return {
    ...Object.fromEntries(imports),
    'status undoing': i18n._('Being undone'),
    'status pending': i18n._('Pending'),
    'status completed': i18n._('Completed'),
    'status failed': i18n._('Failed'),
    'status cancelled': i18n._('Cancelled'),
    'status open': i18n._('Open'),
    'status closed': i18n._('Closed'),
    'type expense': i18n._('Expense'),
    'type income': i18n._('Income'),
    'type transfer': i18n._('Transfer'),
    'kind expense': i18n._('Expense'),
    'kind income': i18n._('Income'),
    'kind both': i18n._('Both'),
    'matching all': i18n._('all of them'),
    'matching any': i18n._('any of them'),
    'source manual': i18n._('Entered by hand'),
    'source import': i18n._('From a bank file'),
    'source voice': i18n._('Said'),
    'source receipt': i18n._('From a receipt'),
    'source feed': i18n._('From the bank'),
    'source system': i18n._('Made by KinWise'),
  };
}

function ofPeople(): Words {
  return {
    'status active': i18n._('Active'),
    'status revoked': i18n._('Taken back'),
    'status accepted': i18n._('Accepted'),
    'status expired': i18n._('Has run out'),
    'by pin': i18n._('PIN'),
    'by device_link': i18n._('Device link'),
    'device_link made': i18n._('made'),
    'device_link ended': i18n._('ended'),
    'erasure asked': i18n._('asked for'),
    'erasure cancelled': i18n._('called off'),
    'export asked': i18n._('asked for'),
    'own_account offered': i18n._('offered'),
    'own_account taken_back': i18n._('taken back'),
    'pin set': i18n._('set'),
    'pin removed': i18n._('removed'),
    'pin unlocked': i18n._('unlocked'),
    'session copied': i18n._('used as a copy'),
    'session risky': i18n._('in another browser and network'),
    'what name': i18n._('Name'),
    'what photo': i18n._('Photo'),
  };
}

function ofOthers(): Words {
  return {
    'actor_kind user': i18n._('Members'),
    'actor_kind system': i18n._('KinWise'),
    'ended_by household': i18n._('the household'),
    'ended_by staff': i18n._('the staff'),
    'ended_by time': i18n._('its time was over'),
    'kind personal': i18n._('A copy of one’s own data'),
    'risk__gte medium': i18n._('Medium'),
    'risk__gte high': i18n._('High'),
    'risk__gte critical': i18n._('Critical'),
    'shares nothing': i18n._('Nothing'),
    'shares totals': i18n._('Totals: net worth, and the month’s money in and out'),
    'shares categories': i18n._('Totals, and the month by category'),
    'success true': i18n._('yes'),
    'what audit': i18n._('the activity'),
  };
}

function isPurpose(code: string): code is Purpose {
  return code in PURPOSES;
}
