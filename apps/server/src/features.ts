import { householdAlerts } from './home/household-alerts/index.ts';
import { erasure } from './home/erasure/index.ts';
import { childLinks } from './home/child-links/index.ts';
import { children } from './home/children/index.ts';
import { familyDevices } from './home/family-devices/index.ts';
import { growingUp } from './home/growing-up/index.ts';
import { guardians } from './home/guardians/index.ts';
import { guardianship } from './home/guardianship/index.ts';
import { households } from './home/households/index.ts';
import { invitations } from './home/invitations/index.ts';
import { memberships } from './home/memberships/index.ts';
import { people } from './home/people/index.ts';
import { organisationHomes } from './home/organisation-homes/index.ts';
import { organisations } from './home/organisations/index.ts';
import { permissions } from './home/permissions/index.ts';
import { access } from './identity/access/index.ts';
import { accountLocks } from './identity/account-locks/index.ts';
import { apiKeys } from './identity/api-keys/index.ts';
import { backupCodes } from './identity/backup-codes/index.ts';
import { breaches } from './identity/breaches/index.ts';
import { consents } from './identity/consents/index.ts';
import { counters } from './identity/counters/index.ts';
import { csrf } from './identity/csrf/index.ts';
import { deadLetters } from './identity/dead-letters/index.ts';
import { deletions } from './identity/deletions/index.ts';
import { dev } from './identity/dev/index.ts';
import { devices } from './identity/devices/index.ts';
import { factors } from './identity/factors/index.ts';
import { documents } from './identity/documents/index.ts';
import { emailChanges } from './identity/email-changes/index.ts';
import { exports } from './identity/exports/index.ts';
import { guarded } from './identity/guarded/index.ts';
import { identities } from './identity/identities/index.ts';
import { letters } from './identity/letters/index.ts';
import { lockout } from './identity/lockout/index.ts';
import { login } from './identity/login/index.ts';
import { mailAddresses } from './identity/mail-addresses/index.ts';
import { mailChoices } from './identity/mail-choices/index.ts';
import { mailCodes } from './identity/mail-codes/index.ts';
import { mailReports } from './identity/mail-reports/index.ts';
import { newDevices } from './identity/new-devices/index.ts';
import { oidc } from './identity/oidc/index.ts';
import { oidcFlows } from './identity/oidc-flows/index.ts';
import { oneTime } from './identity/one-time/index.ts';
import { passkeys } from './identity/passkeys/index.ts';
import { passwordMarks } from './identity/password-marks/index.ts';
import { photos } from './identity/photos/index.ts';
import { packing } from './identity/packing/index.ts';
import { passwords } from './identity/passwords/index.ts';
import { appLocks } from './identity/app-locks/index.ts';
import { patterns } from './identity/patterns/index.ts';
import { presence } from './identity/presence/index.ts';
import { refresh } from './identity/refresh/index.ts';
import { registration } from './identity/registration/index.ts';
import { secondSteps } from './identity/second-steps/index.ts';
import { security } from './identity/security/index.ts';
import { securityHistory } from './identity/security-history/index.ts';
import { sessionNames } from './identity/session-names/index.ts';
import { sessionRisks } from './identity/session-risks/index.ts';
import { sessions } from './identity/sessions/index.ts';
import { signatures } from './identity/signatures/index.ts';
import { stepUp } from './identity/step-up/index.ts';
import { standings } from './identity/standings/index.ts';
import { staffActs } from './identity/staff-acts/index.ts';
import { staffMembers } from './identity/staff-members/index.ts';
import { strength } from './identity/strength/index.ts';
import { totp } from './identity/totp/index.ts';
import { users } from './identity/users/index.ts';
import { categories } from './ledger/categories/index.ts';
import { categoryMoves } from './ledger/category-moves/index.ts';
import { categoryUsage } from './ledger/category-usage/index.ts';
import { currencies } from './ledger/currencies/index.ts';
import { defaultCategories } from './ledger/default-categories/index.ts';
import { merchants } from './ledger/merchants/index.ts';
import { payees } from './ledger/payees/index.ts';
import { tags } from './ledger/tags/index.ts';
import { analytics } from './insight/analytics/index.ts';
import { auditExport } from './insight/audit-export/index.ts';
import { auditNames } from './insight/audit-names/index.ts';
import { audit } from './insight/audit/index.ts';
import { entryHistory } from './insight/entry-history/index.ts';
import { organisationTotals } from './insight/organisation-totals/index.ts';
import { accountClosing } from './ledger/account-closing/index.ts';
import { accountLimits } from './ledger/account-limits/index.ts';
import { accountNumbers } from './ledger/account-numbers/index.ts';
import { accountSharing } from './ledger/account-sharing/index.ts';
import { accounts } from './ledger/accounts/index.ts';
import { balances } from './ledger/balances/index.ts';
import { bulkEdits } from './ledger/bulk/index.ts';
import { entries } from './ledger/entries/index.ts';
import { entryLog } from './ledger/entry-log/index.ts';
import { postings } from './ledger/postings/index.ts';
import { reconciliation } from './ledger/reconciliation/index.ts';
import { register } from './ledger/register/index.ts';
import { savedSearches } from './ledger/saved-searches/index.ts';
import { transactions } from './ledger/transactions/index.ts';
import { pairs } from './ledger/pairs/index.ts';
import { transfers } from './ledger/transfers/index.ts';
import { commits } from './intake/commits/index.ts';
import { bookings } from './intake/bookings/index.ts';
import { decisions } from './intake/decisions/index.ts';
import { destinations } from './intake/destinations/index.ts';
import { facts } from './intake/facts/index.ts';
import { handovers } from './intake/handovers/index.ts';
import { imports } from './intake/imports/index.ts';
import { numbers } from './intake/numbers/index.ts';
import { openings } from './intake/openings/index.ts';
import { overlaps } from './intake/overlaps/index.ts';
import { parsing } from './intake/parsing/index.ts';
import { previews } from './intake/previews/index.ts';
import { proposals } from './intake/proposals/index.ts';
import { readings } from './intake/readings/index.ts';
import { ruleRuns } from './intake/rule-runs/index.ts';
import { rules } from './intake/rules/index.ts';
import { settling } from './intake/settling/index.ts';
import { statements } from './intake/statements/index.ts';
import { suggestions } from './intake/suggestions/index.ts';
import { templates } from './intake/templates/index.ts';
import { twins } from './intake/twins/index.ts';
import { undos } from './intake/undos/index.ts';
import { syncing } from './reach/sync/index.ts';
import { signInFigures } from './staff/sign-in-figures/index.ts';
import { staffAccess } from './staff/staff-access/index.ts';
import { staffAudit } from './staff/staff-audit/index.ts';
import { staffHouseholds } from './staff/staff-households/index.ts';
import { staffLog } from './staff/staff-log/index.ts';
import { staffOrganisations } from './staff/staff-organisations/index.ts';
import { staffRoles } from './staff/staff-roles/index.ts';
import { staffUsers } from './staff/staff-users/index.ts';
import { routesOf } from './platform/feature.ts';
import type { Feature } from './platform/feature.ts';

/** Every feature, from the ground up. The order is also the order in which they may use each other. */
export const features: readonly Feature[] = [
  security,
  mailAddresses,
  deadLetters,
  letters,
  mailReports,
  oneTime,
  access,
  csrf,
  strength,
  devices,
  documents,
  guarded,
  users,
  photos,
  mailChoices,
  apiKeys,
  signatures,
  passwordMarks,
  breaches,
  counters,
  lockout,
  accountLocks,
  standings,
  sessions,
  backupCodes,
  totp,
  passkeys,
  oidcFlows,
  identities,
  factors,
  staffActs,
  staffMembers,
  presence,
  appLocks,
  sessionNames,
  sessionRisks,
  stepUp,
  secondSteps,
  refresh,
  newDevices,
  login,
  mailCodes,
  registration,
  patterns,
  oidc,
  passwords,
  emailChanges,
  securityHistory,
  consents,
  packing,
  exports,
  deletions,
  dev,
  guardians,
  memberships,
  people,
  households,
  invitations,
  householdAlerts,
  guardianship,
  children,
  childLinks,
  familyDevices,
  growingUp,
  erasure,
  permissions,
  organisations,
  organisationHomes,
  categories,
  defaultCategories,
  categoryUsage,
  payees,
  merchants,
  currencies,
  tags,
  accountLimits,
  accountNumbers,
  accounts,
  accountClosing,
  postings,
  entryLog,
  entries,
  register,
  pairs,
  savedSearches,
  transactions,
  transfers,
  bulkEdits,
  balances,
  reconciliation,
  accountSharing,
  categoryMoves,
  rules,
  proposals,
  ruleRuns,
  suggestions,
  parsing,
  destinations,
  facts,
  bookings,
  previews,
  decisions,
  overlaps,
  twins,
  templates,
  imports,
  readings,
  numbers,
  openings,
  settling,
  handovers,
  commits,
  undos,
  statements,
  analytics,
  auditNames,
  audit,
  auditExport,
  entryHistory,
  organisationTotals,
  syncing,
  staffHouseholds,
  staffUsers,
  staffOrganisations,
  staffRoles,
  staffLog,
  staffAudit,
  signInFigures,
  staffAccess,
];

/** The whole HTTP table. */
export const routes = routesOf(features);
