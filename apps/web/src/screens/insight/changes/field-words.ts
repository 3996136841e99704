import { i18n } from '@lingui/core';

type Words = Readonly<Record<string, string>>;

/** What a field of the audit is called; one that nobody named is read as it is written. */
export function fieldWords(field: string): string {
  const plain = field.replaceAll('_', ' ');
  return (
    ({ ...ofChildren(), ...ofTheRest(), ...ofAccounts(), ...ofEntries() } as Words)[field] ??
    plain.charAt(0).toUpperCase() + plain.slice(1)
  );
}

function ofEntries(): Words {
  return {
    account: i18n._('Account'),
    amount: i18n._('Amount'),
    author: i18n._('Entered by'),
    beneficiary: i18n._('For whom'),
    booked_on: i18n._('Booked on'),
    category: i18n._('Category'),
    deleted: i18n._('In the trash'),
    memo: i18n._('What the bank wrote'),
    needs_review: i18n._('Needs a look'),
    notes: i18n._('Notes'),
    occurred_on: i18n._('Day'),
    payee: i18n._('Payee'),
    payer: i18n._('Who paid'),
    reference: i18n._('Reference'),
    source: i18n._('Came from'),
    splits: i18n._('Split'),
    status: i18n._('State'),
    tags: i18n._('Tags'),
    transfer: i18n._('Part of a transfer'),
    type: i18n._('Kind'),
  };
}

function ofChildren(): Words {
  return {
    actor_kind: i18n._('Done by'),
    birth_year: i18n._('Year of birth'),
    by: i18n._('By'),
    consent: i18n._('What for'),
    device: i18n._('Device'),
    device_link: i18n._('Device link'),
    erasure: i18n._('Erasing the account'),
    export: i18n._('Copy of the data'),
    granted: i18n._('Agreed to'),
    own_account: i18n._('An account of their own'),
    pin: i18n._('PIN'),
    session: i18n._('Session'),
    sessions_ended: i18n._('Sessions ended'),
    shares: i18n._('What the household shares'),
    username: i18n._('Username'),
  };
}

function ofAccounts(): Words {
  return {
    accounts: i18n._('Accounts'),
    allow_overdraft: i18n._('May be overdrawn'),
    bank: i18n._('Bank'),
    closed_on: i18n._('Closed on'),
    count_in_totals: i18n._('Counts in the household’s totals'),
    credit_limit: i18n._('Credit limit'),
    difference: i18n._('Difference'),
    include_in_totals: i18n._('Counts in totals'),
    institution: i18n._('Bank'),
    number: i18n._('Account number ends with'),
    opened_on: i18n._('Opened on'),
    opening: i18n._('Opening balance'),
    overdraft_limit: i18n._('Overdraft limit'),
    owner: i18n._('Belongs to'),
    private: i18n._('Private'),
    rate: i18n._('Rate'),
    reconciled_on: i18n._('Compared with the bank on'),
  };
}

function ofTheRest(): Words {
  return {
    alias: i18n._('Other name'),
    capability: i18n._('What was missing'),
    colour: i18n._('Colour'),
    conditions: i18n._('Conditions'),
    actions: i18n._('Actions'),
    default_category: i18n._('Usual category'),
    email: i18n._('Email'),
    ended_by: i18n._('Ended by'),
    entity: i18n._('What about'),
    expires_at: i18n._('Open until'),
    file: i18n._('File'),
    file_name: i18n._('File'),
    format: i18n._('Format'),
    from: i18n._('From'),
    on__gte: i18n._('From'),
    on__lte: i18n._('To'),
    reason: i18n._('Why'),
    icon: i18n._('Icon'),
    is_active: i18n._('In force'),
    is_final: i18n._('Stops the rules after it'),
    is_primary: i18n._('Usual household'),
    kind: i18n._('Kind'),
    mapping: i18n._('Columns'),
    matching: i18n._('Conditions that must hold'),
    member: i18n._('Member'),
    merged: i18n._('Merged from'),
    method: i18n._('Method'),
    name: i18n._('Name'),
    name_mi: i18n._('Name in te reo Māori'),
    parent: i18n._('Below'),
    pay_anchor_on: i18n._('Pay day'),
    pay_cycle: i18n._('Pay cycle'),
    pay_days: i18n._('Days between pay days'),
    role: i18n._('Role'),
    risk__gte: i18n._('At least this risk'),
    route: i18n._('Where'),
    rows: i18n._('Rows'),
    rule: i18n._('Rule'),
    size_bytes: i18n._('Size in bytes'),
    time_zone: i18n._('Time zone'),
    staff: i18n._('Who of the staff'),
    ticket: i18n._('Ticket'),
    to: i18n._('To'),
    until_at: i18n._('Open until'),
    user: i18n._('Member'),
    what: i18n._('What'),
  };
}
