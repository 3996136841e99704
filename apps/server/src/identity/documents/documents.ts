/** Terms and privacy policy: texts with a version and a day, and who accepted which of them when. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { KEPT_BY_PLATFORM } from '../../platform/privacy.ts';
import { Problem } from '../../platform/problems.ts';
import { note } from '../security/security.ts';
import { DOCUMENTS } from './documents.schema.ts';
import type {
  Asked,
  DocumentName,
  NewAcceptance,
  WireAcceptance,
  WireDocument,
  WireInformation,
} from './documents.schema.ts';
import { insertAcceptances, readAcceptances } from './documents.store.ts';

/** One version of one document. It holds from its day; before that it is shown to be accepted in time. */
type Text = {
  readonly document: DocumentName;
  readonly version: string;
  readonly title: string;
  readonly day: string;
  readonly text: string;
};

/** What this installation keeps, why and how long, and whom to ask. */
export function showInformation(ground: Ground): WireInformation {
  const { OPERATOR_NAME, PRIVACY_CONTACT } = ground.config;
  return {
    operator: OPERATOR_NAME,
    contact: PRIVACY_CONTACT ?? null,
    documents: DOCUMENTS.map((document) => briefOf(newest(ground, document))),
    kept: [...ground.hooks.kept, ...KEPT_BY_PLATFORM].map(({ what, why, until }) => ({
      what,
      why,
      until: typeof until === 'string' ? until : until(ground.config),
    })),
  };
}

/** A document as it is now, or as it was in an older version. */
export function showDocument(
  ground: Ground,
  document: DocumentName,
  version: string | undefined,
): WireDocument {
  const all = textsOf(ground).filter((text) => text.document === document);
  const found =
    version === undefined ? newest(ground, document) : all.find((text) => text.version === version);
  if (!found) throw new Problem('RESOURCE_3001', 'There is no such version of this document.');
  return {
    ...briefOf(found),
    is_current: found === newest(ground, document),
    text: found.text,
    versions: all.map(({ version: one, day }) => ({ version: one, day })),
  };
}

/** What somebody accepted, and what they are asked for. */
export async function listAcceptances(ctx: OpenContext, user: Id): Promise<WireAcceptance[]> {
  const accepted = await readAcceptances(ctx, user);
  return DOCUMENTS.map((document) => {
    const text = newest(ctx.ground, document);
    const own = accepted.filter((row) => row.document === document);
    const last = own.find((row) => row.document_version === text.version) ?? own[0];
    return {
      ...briefOf(text),
      accepted_version: last?.document_version ?? null,
      accepted_at: last?.accepted_at ?? null,
      asked: last?.document_version !== text.version,
      accept_by: text.day,
    };
  });
}

/** The documents that somebody has not accepted as they are now. */
export async function askedOf(ctx: OpenContext, user: Id): Promise<Asked[]> {
  const all = await listAcceptances(ctx, user);
  return all
    .filter((one) => one.asked)
    .map(({ document, version, title, accept_by }) => ({ document, version, title, accept_by }));
}

/** Accepts the version that is shown; one that was overtaken meanwhile has to be read again. */
export async function accept(ctx: OpenContext, user: Id, body: NewAcceptance): Promise<WireAcceptance[]> {
  const { document, version } = body;
  if (newest(ctx.ground, document).version !== version) {
    throw new Problem('RESOURCE_3005', 'There is a newer version of this document. Read that one.', {
      errors: [{ pointer: '/version', code: 'overtaken', message: 'There is a newer version.' }],
    });
  }
  await insertAcceptances(ctx, user, [{ document, version }]);
  await note(ctx, { action: 'document.accepted', user, details: { document, version } });
  return await listAcceptances(ctx, user);
}

/** Registering is accepting everything as it is. */
export async function acceptAll(ctx: OpenContext, user: Id): Promise<void> {
  await insertAcceptances(
    ctx,
    user,
    DOCUMENTS.map((document) => ({ document, version: newest(ctx.ground, document).version })),
  );
}

/** Of a new version people have to hear before it holds; so the newest is the one that is asked for, whatever its day. */
function newest(ground: Ground, document: DocumentName): Text {
  const found = textsOf(ground).find((text) => text.document === document);
  if (!found) throw new Error(`there is no ${document}.VERSION.md`);
  return found;
}

function briefOf({ document, version, title, day }: Text) {
  return { document, version, title, day };
}

const read = new WeakMap<Ground, readonly Text[]>();

/** Every version of every document, the newest first. They are read once in the life of a program. */
function textsOf(ground: Ground): readonly Text[] {
  const known = read.get(ground);
  if (known) return known;
  const folder = ground.config.DOCUMENTS_DIR ?? shippedDir();
  const texts = readdirSync(folder)
    .map((name) => /^(terms|privacy)\.[\w.-]+\.md$/.exec(name))
    .flatMap((match) =>
      match ? [textFrom(ground, { file: join(folder, match[0]), document: match[1] })] : [],
    )
    .sort((a, b) => (a.day === b.day ? (a.version < b.version ? 1 : -1) : a.day < b.day ? 1 : -1));
  read.set(ground, texts);
  return texts;
}

function textFrom(ground: Ground, from: { file: string; document: string | undefined }): Text {
  const [, head = '', text = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(from.file, 'utf8')) ?? [];
  const fields = new Map(
    [...head.matchAll(/^(\w+): *(.+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  const [version, day, title] = [fields.get('version'), fields.get('day'), fields.get('title')];
  if (version === undefined || title === undefined || !/^\d{4}-\d\d-\d\d$/.test(day ?? ''))
    throw new Error(`${from.file}: begins with ---, version, day (YYYY-MM-DD), title and ---`);
  return {
    document: from.document as DocumentName,
    version,
    day: day ?? '',
    title,
    text: filledIn(ground, text.trim()),
  };
}

function filledIn(ground: Ground, text: string): string {
  const { OPERATOR_NAME, PRIVACY_CONTACT, DELETION_GRACE_DAYS, EXPORT_HOURS } = ground.config;
  const contact = PRIVACY_CONTACT?.includes('@')
    ? `[${PRIVACY_CONTACT}](mailto:${PRIVACY_CONTACT})`
    : PRIVACY_CONTACT && `[${PRIVACY_CONTACT.replace('https://', '')}](${PRIVACY_CONTACT})`;
  const words: Record<string, string> = {
    operator: OPERATOR_NAME,
    contact: contact ?? OPERATOR_NAME,
    grace_days: String(DELETION_GRACE_DAYS),
    export_hours: String(EXPORT_HOURS),
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}

/** The texts stand beside the sources and beside the bundle. */
function shippedDir(): string {
  const places = ['../../../documents', '../documents'].map((place) => join(import.meta.dirname, place));
  return places.find((place) => existsSync(place)) ?? '';
}
