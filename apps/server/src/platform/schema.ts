// Generated from the migrations.
import type { Generated } from 'kysely';

export type Json = unknown;

export interface Acceptances {
  user_id: string;
  document: string;
  document_version: string;
  accepted_at: string;
}

export interface AccountDays {
  household_id: string;
  account_id: string;
  on_day: string;
  private_to: string | null;
  delta_minor: bigint;
  entries: number;
}

export interface AccountLocks {
  user_id: string;
  locked_at: string;
}

export interface Accounts {
  household_id: string;
  id: string;
  name: string;
  kind: string;
  currency: string;
  opening_minor: Generated<bigint>;
  opened_on: string;
  balance_minor: Generated<bigint>;
  pending_minor: Generated<bigint>;
  credit_limit_minor: bigint | null;
  overdraft_limit_minor: Generated<bigint>;
  allow_overdraft: Generated<boolean>;
  owner_id: string;
  private_to: string | null;
  include_in_totals: Generated<boolean>;
  count_in_totals: Generated<boolean>;
  institution: Generated<string>;
  number_cipher: string | null;
  number_last4: string | null;
  number_hash: string | null;
  colour: Generated<string>;
  icon: Generated<string>;
  position: Generated<number>;
  status: Generated<string>;
  closed_on: string | null;
  reconciled_on: string | null;
  notes: Generated<string>;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
}

export interface ApiKeyNonces {
  key_id: string;
  nonce: string;
  expires_at: string;
}

export interface ApiKeys {
  id: string;
  user_id: string;
  name: string;
  key_hash: string;
  last_four: string;
  scopes: string[];
  only_household: string | null;
  signing_cipher: string | null;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  last_used_ip: string | null;
  old_hash: string | null;
  old_signing_cipher: string | null;
  old_until: string | null;
}

export interface AuditEntries {
  household_id: string;
  id: string;
  at: string;
  actor_id: string | null;
  actor_kind: string;
  action: string;
  entity: string;
  entity_id: string | null;
  count: Generated<number>;
  before: Json | null;
  after: Json | null;
  risk: Generated<string>;
  success: Generated<boolean>;
  ip: string | null;
  agent: string | null;
  request_id: string | null;
  private_to: string | null;
  chained_on: string;
  chained_no: number;
  link: Buffer;
  salt: Buffer;
  place_digest: Buffer | null;
  matter_digest: Buffer | null;
  parts: Json | null;
}

export interface AuditSeals {
  chain: string;
  day: string;
  entries: number;
  link: Buffer;
  signed_at: string;
  removed_at: string | null;
  signature: string;
}

export interface AuditSubjects {
  household_id: string;
  subject_id: string;
  entry_id: string;
  private_to: string | null;
}

export interface BackupCodes {
  user_id: string;
  code_hash: string;
  created_at: string;
}

export interface Categories {
  household_id: string;
  id: string;
  parent_id: string | null;
  name: string;
  name_mi: string | null;
  name_key: string;
  kind: string;
  icon: Generated<string>;
  colour: Generated<string>;
  position: Generated<number>;
  depth: number;
  default_key: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
  merged_into: string | null;
}

export interface CategoryDays {
  household_id: string;
  on_day: string;
  category_key: string;
  private_key: string;
  private_to: string | null;
  income_minor: bigint;
  expense_minor: bigint;
  entries: number;
}

export interface CategoryMonths {
  household_id: string;
  month: string;
  category_key: string;
  private_key: string;
  private_to: string | null;
  income_minor: bigint;
  expense_minor: bigint;
  entries: number;
}

export interface ChangeCounters {
  household_id: string;
  last_seq: Generated<bigint>;
  forgotten_seq: Generated<bigint>;
  chained_on: string | null;
  chained_no: Generated<number>;
  link: Buffer | null;
}

export interface Changes {
  household_id: string;
  seq: bigint;
  at: string;
  event: string;
  entity: string;
  op: string;
  ids: string[];
  private_to: string | null;
}

export interface ChildLinks {
  household_id: string;
  id: string;
  membership_id: string;
  token_hash: string;
  remembered: boolean;
  device_name: string;
  made_by: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface ChildPins {
  household_id: string;
  membership_id: string;
  pin_hash: string;
  set_by: string;
  set_at: string;
  failures: Generated<number>;
}

export interface Consents {
  id: string;
  user_id: string;
  purpose: string;
  purpose_version: string;
  granted: boolean;
  given_by: string;
  given_at: string;
}

export interface DataExports {
  id: string;
  user_id: string;
  status: string;
  parts_done: Generated<number>;
  parts_total: Generated<number>;
  rows_done: Generated<number>;
  file_name: string | null;
  size_bytes: bigint | null;
  requested_at: string;
  ready_at: string | null;
  expires_at: string | null;
}

export interface DeadLetters {
  message_id: string;
  kind: string;
  reason: string;
  answer: string;
  tries: number;
  sealed: string | null;
  address_hash: string;
  from_user: string | null;
  given_up_at: string;
}

export interface DeniedTokens {
  id: string;
  session_id: string;
  expires_at: string;
}

export interface DoneJobs {
  key: string;
  done_at: string;
}

export interface EmailChanges {
  id: string;
  user_id: string;
  session_id: string | null;
  old_email: string;
  new_email: string;
  confirm_hash: string | null;
  undo_hash: string;
  requested_at: string;
  confirm_until: string;
  confirmed_at: string | null;
  cancelled_at: string | null;
  undo_until: string;
}

export interface ExchangeRates {
  household_id: string;
  id: string;
  base: string;
  quote: string;
  on_day: string;
  rate: string;
  source: Generated<string>;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
}

export interface FamilyDevices {
  household_id: string;
  id: string;
  name: string;
  secret_hash: string;
  agent: Generated<string>;
  made_by: string;
  created_at: string;
  last_used_at: string | null;
  expires_at: string;
  failures: Generated<number>;
}

export interface GrowingUps {
  user_id: string;
  email: string;
  token_hash: string;
  asked_by: string;
  created_at: string;
  expires_at: string;
}

export interface GuardedAccounts {
  user_id: string;
  birth_year: number | null;
  made_by: string;
  made_at: string;
  released_at: string | null;
}

export interface Households {
  id: string;
  name: string;
  type: string;
  currency: string;
  time_zone: string;
  pay_cycle: string;
  pay_anchor_on: string;
  pay_days: number | null;
  created_by: string;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
}

export interface IdempotencyKeys {
  scope_id: string;
  user_id: string;
  key: string;
  request_hash: string;
  status: number | null;
  headers: Json | null;
  body: string | null;
  created_at: string;
}

export interface ImportFiles {
  household_id: string;
  import_id: string;
  private_to: string | null;
  content: Buffer;
  numbers: Generated<Json>;
}

export interface ImportRows {
  household_id: string;
  import_id: string;
  position: number;
  id: string;
  private_to: string | null;
  statement: number;
  line: number;
  state: string;
  is_included: boolean;
  on_day: string | null;
  amount_minor: bigint | null;
  currency: string | null;
  content: Json;
  category_id: string | null;
  matches_id: string | null;
  transaction_id: string | null;
}

export interface ImportTemplates {
  household_id: string;
  id: string;
  layout: string;
  bank: Generated<string>;
  mapping: Json;
  uses: Generated<number>;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
}

export interface Imports {
  household_id: string;
  id: string;
  private_to: string | null;
  author_id: string | null;
  file_name: string;
  file_hash: string;
  size_bytes: bigint;
  status: string;
  summary: Generated<Json>;
  progress_done: Generated<number>;
  progress_total: Generated<number>;
  committed_at: string | null;
  undone_at: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
}

export interface Invitations {
  household_id: string;
  id: string;
  email: string | null;
  email_key: string | null;
  role: string;
  message: Generated<string>;
  token_hash: string;
  invited_by: string;
  status: Generated<string>;
  expires_at: string;
  accepted_by: string | null;
  accepted_at: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
}

export interface MailAddresses {
  address_hash: string;
  undeliverable_at: string | null;
  undeliverable_code: Generated<string>;
  complained_at: string | null;
  refused_at: string | null;
  changed_at: string;
}

export interface MailCodes {
  id: string;
  address_hash: string;
  code_hash: string;
  user_id: string | null;
  tries: Generated<number>;
  created_at: string;
  expires_at: string;
  network: Generated<string>;
}

export interface Memberships {
  household_id: string;
  id: string;
  user_id: string;
  role: string;
  status: Generated<string>;
  is_primary: Generated<boolean>;
  joined_at: string;
  ended_at: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
}

export interface Merchants {
  household_id: string;
  id: string;
  name: string;
  name_key: string;
  default_category_id: string | null;
  colour: Generated<string>;
  private_to: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
}

export interface Migrations {
  file: string;
  hash: string;
  ran_at: Generated<string>;
}

export interface OidcArrivals {
  token_hash: string;
  browser_hash: string;
  provider: string;
  person_cipher: string;
  expires_at: string;
}

export interface OidcFlows {
  state_hash: string;
  browser_hash: string;
  provider: string;
  purpose: string;
  user_id: string | null;
  bound_to: string | null;
  secrets_cipher: string;
  expires_at: string;
}

export interface OidcIdentities {
  id: string;
  user_id: string;
  provider: string;
  issuer: string;
  subject: string;
  email: string;
  created_at: string;
  last_used_at: string | null;
}

export interface OneTimeTokens {
  id: string;
  user_id: string;
  purpose: string;
  token_hash: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface OrganisationHomes {
  household_id: string;
  organisation_id: string;
  shares: string;
  joined_at: string;
}

export interface OrganisationInvitations {
  id: string;
  organisation_id: string;
  kind: string;
  email: string;
  email_key: string;
  token_hash: string;
  invited_by: string;
  created_at: string;
  expires_at: string;
}

export interface OrganisationMembers {
  organisation_id: string;
  user_id: string;
  joined_at: string;
}

export interface OrganisationTimes {
  household_id: string;
  since: string;
  until: string | null;
}

export interface Organisations {
  id: string;
  name: string;
  tier: string;
  financial_year_start: string;
  currency: string;
  pay_cycle: string;
  owner_id: string;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  closed_at: string | null;
  asked_tier: string | null;
  asked_at: string | null;
}

export interface PasskeyChallenges {
  challenge_hash: string;
  purpose: string;
  user_id: string | null;
  bound_to: string | null;
  expires_at: string;
}

export interface Passkeys {
  id: string;
  user_id: string;
  credential_id: string;
  public_key: string;
  counter: bigint;
  transports: string[];
  name: string;
  is_synced: boolean;
  created_at: string;
  last_used_at: string | null;
}

export interface PasswordHistory {
  user_id: string;
  id: string;
  password_hash: string;
  created_at: string;
}

export interface PasswordMarks {
  user_id: string;
  kind: string;
  password_set_at: string;
  marked_at: string;
}

export interface Payees {
  household_id: string;
  id: string;
  name: string;
  name_key: string;
  merchant_id: string | null;
  private_to: string | null;
  created_at: string;
}

export interface Photos {
  user_id: string;
  photo: string;
  file: string;
}

export interface RaisedAlerts {
  cause: string;
  raised_at: string;
}

export interface RateLimits {
  key: string;
  window_start: bigint;
  hits: number;
}

export interface RefreshTokens {
  id: string;
  session_id: string;
  token_hash: string;
  created_at: string;
  used_at: string | null;
  successor_salt: string | null;
}

export interface Rules {
  household_id: string;
  id: string;
  name: string;
  position: number;
  is_active: Generated<boolean>;
  matching: Generated<string>;
  conditions: Json;
  actions: Json;
  is_final: Generated<boolean>;
  hits: Generated<bigint>;
  created_by: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
}

export interface SavedSearches {
  household_id: string;
  id: string;
  private_to: string;
  name: string;
  name_key: string;
  filters: Json;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
}

export interface SecondSteps {
  id: string;
  user_id: string;
  token_hash: string;
  client: string;
  remembered: boolean;
  device_name: string;
  factors: string[];
  created_at: string;
  expires_at: string;
  purpose: Generated<string>;
}

export interface SecurityEntries {
  id: string;
  at: string;
  user_id: string | null;
  session_id: string | null;
  action: string;
  success: boolean;
  risk: string;
  details: Generated<Json>;
  ip: string | null;
  agent: string | null;
  request_id: string;
  kind: Generated<string>;
  salt: Generated<Buffer>;
  place_digest: Buffer | null;
  chained_on: string | null;
  chained_no: number | null;
  link: Buffer | null;
}

export interface SentLetters {
  message_id: string;
  kind: string;
  sent_at: string;
  address_hash: string | null;
}

export interface SessionRisks {
  session_id: string;
  agent: string;
  ip: string | null;
  score: Generated<number>;
  reason: string | null;
  raised_at: string | null;
  held: Generated<boolean>;
}

export interface Sessions {
  id: string;
  user_id: string;
  client: string;
  remembered: boolean;
  device_name: Generated<string>;
  agent: Generated<string>;
  ip: string | null;
  factors: string[];
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  last_day_at: string;
  ended_at: string | null;
  ended_reason: string | null;
  confirmed_at: string | null;
  active_at: Generated<string>;
  app_lock: Generated<boolean>;
}

export interface SignInFailures {
  name_key: string;
  network: string;
  failures: number;
  total: number;
  locks: number;
  locked_until: string | null;
  last_at: string;
  open_tries: Generated<Json>;
  failed_at: string | null;
}

export interface SigningKeys {
  id: string;
  public_key: string;
  private_cipher: string;
  created_at: string;
}

export interface StaffActs {
  id: string;
  at: string;
  staff_id: string | null;
  staff_role: string | null;
  action: string;
  on_user: string | null;
  on_household: string | null;
  reason: Generated<string>;
  ticket: Generated<string>;
  details: Generated<Json>;
  ip: string | null;
  agent: string | null;
  request_id: string;
}

export interface StaffGrants {
  household_id: string;
  id: string;
  staff_id: string;
  staff_role: string;
  reason: string;
  ticket: Generated<string>;
  opened_at: string;
  until_at: string;
  ended_at: string | null;
  ended_by: string | null;
  reads: Generated<number>;
  last_read_at: string | null;
}

export interface StaffMembers {
  user_id: string;
  role: string;
  since: string;
  given_by: string | null;
}

export interface Tags {
  household_id: string;
  id: string;
  name: string;
  name_key: string;
  colour: Generated<string>;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
}

export interface TotpDevices {
  user_id: string;
  secret_cipher: string;
  last_step: Generated<bigint>;
  created_at: string;
  confirmed_at: string | null;
}

export interface TransactionSplits {
  household_id: string;
  id: string;
  transaction_id: string;
  position: number;
  category_id: string | null;
  member_id: string | null;
  amount_minor: bigint;
  household_minor: bigint;
  note: Generated<string>;
  private_to: string | null;
}

export interface TransactionTags {
  household_id: string;
  transaction_id: string;
  tag_id: string;
  private_to: string | null;
}

export interface Transactions {
  household_id: string;
  id: string;
  account_id: string;
  private_to: string | null;
  occurred_on: string;
  booked_on: string | null;
  amount_minor: bigint;
  currency: string;
  household_minor: bigint;
  rate: string | null;
  type: string;
  status: string;
  source: string;
  payee_id: string | null;
  memo: Generated<string>;
  reference: Generated<string>;
  notes: Generated<string>;
  category_id: string | null;
  payer_id: string | null;
  beneficiary_id: string | null;
  author_id: string | null;
  transfer_id: string | null;
  import_id: string | null;
  import_line: number | null;
  bank_id: string | null;
  balance_after_minor: bigint | null;
  is_split: Generated<boolean>;
  needs_review: Generated<boolean>;
  proposed_category_id: string | null;
  proposed_confidence: number | null;
  proposed_reason: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
  merged_into: string | null;
}

export interface Transfers {
  household_id: string;
  id: string;
  created_by: string | null;
  created_at: string;
  private_to: string | null;
}

export interface Users {
  id: string;
  email: string;
  email_key: string;
  username: string | null;
  username_key: string | null;
  password_hash: string | null;
  password_changed_at: string | null;
  first_name: Generated<string>;
  last_name: Generated<string>;
  locale: Generated<string>;
  time_zone: Generated<string>;
  email_verified_at: string | null;
  token_version: Generated<number>;
  preferences: Generated<Json>;
  is_demo: Generated<boolean>;
  terms_accepted_at: string | null;
  privacy_accepted_at: string | null;
  last_login_at: string | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
  deleted_at: string | null;
  deletion_requested_at: string | null;
  deletion_due_at: string | null;
  erased_at: string | null;
  chosen_name: Generated<string>;
  phone: string | null;
  country: string | null;
  onboarding_completed_at: string | null;
  tier: Generated<string>;
}

export interface DB {
  acceptances: Acceptances;
  account_days: AccountDays;
  account_locks: AccountLocks;
  accounts: Accounts;
  api_key_nonces: ApiKeyNonces;
  api_keys: ApiKeys;
  audit_entries: AuditEntries;
  audit_seals: AuditSeals;
  audit_subjects: AuditSubjects;
  backup_codes: BackupCodes;
  categories: Categories;
  category_days: CategoryDays;
  category_months: CategoryMonths;
  change_counters: ChangeCounters;
  changes: Changes;
  child_links: ChildLinks;
  child_pins: ChildPins;
  consents: Consents;
  data_exports: DataExports;
  dead_letters: DeadLetters;
  denied_tokens: DeniedTokens;
  done_jobs: DoneJobs;
  email_changes: EmailChanges;
  exchange_rates: ExchangeRates;
  family_devices: FamilyDevices;
  growing_ups: GrowingUps;
  guarded_accounts: GuardedAccounts;
  households: Households;
  idempotency_keys: IdempotencyKeys;
  import_files: ImportFiles;
  import_rows: ImportRows;
  import_templates: ImportTemplates;
  imports: Imports;
  invitations: Invitations;
  mail_addresses: MailAddresses;
  mail_codes: MailCodes;
  memberships: Memberships;
  merchants: Merchants;
  migrations: Migrations;
  oidc_arrivals: OidcArrivals;
  oidc_flows: OidcFlows;
  oidc_identities: OidcIdentities;
  one_time_tokens: OneTimeTokens;
  organisation_homes: OrganisationHomes;
  organisation_invitations: OrganisationInvitations;
  organisation_members: OrganisationMembers;
  organisation_times: OrganisationTimes;
  organisations: Organisations;
  passkey_challenges: PasskeyChallenges;
  passkeys: Passkeys;
  password_history: PasswordHistory;
  password_marks: PasswordMarks;
  payees: Payees;
  photos: Photos;
  raised_alerts: RaisedAlerts;
  rate_limits: RateLimits;
  refresh_tokens: RefreshTokens;
  rules: Rules;
  saved_searches: SavedSearches;
  second_steps: SecondSteps;
  security_entries: SecurityEntries;
  sent_letters: SentLetters;
  session_risks: SessionRisks;
  sessions: Sessions;
  sign_in_failures: SignInFailures;
  signing_keys: SigningKeys;
  staff_acts: StaffActs;
  staff_grants: StaffGrants;
  staff_members: StaffMembers;
  tags: Tags;
  totp_devices: TotpDevices;
  transaction_splits: TransactionSplits;
  transaction_tags: TransactionTags;
  transactions: Transactions;
  transfers: Transfers;
  users: Users;
}
