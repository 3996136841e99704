import { z } from 'zod';
import { day, instant } from '../../platform/fields.ts';

export const DOCUMENTS = ['terms', 'privacy'] as const;

export type DocumentName = (typeof DOCUMENTS)[number];

const nameField = z.enum(DOCUMENTS).meta({ id: 'DocumentName' });
const versionField = z.string().regex(/^[\w.-]{1,40}$/, { message: 'is no version of a document' });

export const documentParams = z.object({ document: nameField });

export const documentQuery = z.strictObject({ version: versionField.optional() });

const brief = {
  document: nameField,
  version: z.string(),
  title: z.string(),
  day: day.describe('The day from which it holds'),
};

export const documentSchema = z
  .object({
    ...brief,
    is_current: z.boolean(),
    text: z.string().describe('Markdown: headings, paragraphs, lists, emphasis and links'),
    versions: z.array(z.object({ version: z.string(), day })).describe('All of them, newest first'),
  })
  .meta({ id: 'LegalDocument' });

export const informationSchema = z
  .object({
    operator: z.string().describe('Who runs this installation'),
    contact: z.string().nullable().describe('Who answers questions: an e-mail address or an https address'),
    documents: z.array(z.object(brief)),
    kept: z.array(z.object({ what: z.string(), why: z.string(), until: z.string() })),
  })
  .meta({ id: 'PrivacyInformation' });

export const acceptanceSchema = z
  .object({
    ...brief,
    accepted_version: z.string().nullable(),
    accepted_at: instant.nullable(),
    asked: z.boolean().describe('There is a newer version than the one that was accepted'),
    accept_by: day.describe('The day from which the app asks before anything else'),
  })
  .meta({ id: 'Acceptance' });

export const newAcceptanceSchema = z
  .strictObject({ document: nameField, version: versionField })
  .meta({ id: 'NewAcceptance', examples: [{ document: 'privacy', version: '2026-11' }] });

/** What somebody still has to accept, as it travels with who they are. */
export const askedSchema = z
  .object({ document: nameField, version: z.string(), title: z.string(), accept_by: day })
  .meta({ id: 'AskedDocument' });

export type Asked = z.infer<typeof askedSchema>;
export type WireAcceptance = z.infer<typeof acceptanceSchema>;
export type WireDocument = z.infer<typeof documentSchema>;
export type WireInformation = z.infer<typeof informationSchema>;
export type NewAcceptance = z.infer<typeof newAcceptanceSchema>;
