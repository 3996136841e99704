/** Writes around codes in mails and changes of address that need a story of their own, and the test that has it. */
export const OF_CODES: Readonly<Record<string, string>> = {
  'POST auth/otp/request/': 'code.asked: mail-codes.test.ts',
  'POST auth/otp/verify/': 'login.succeeded and code.failed: mail-codes.test.ts',
  'POST auth/login/new-password/': 'password.changed and login.succeeded: passwords.test.ts',
  'POST auth/email/change/confirm/': 'email.changed: email-changes.test.ts',
  'POST auth/email/change/undo/': 'email.change_undone: email-changes.test.ts',
};
