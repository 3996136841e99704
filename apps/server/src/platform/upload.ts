import type { FastifyRequest } from 'fastify';
import type { Ground } from './context.ts';
import { Problem } from './problems.ts';
import type { Route, UploadedFile } from './routes.ts';
import { requireClean } from './scanner.ts';

/** What the other fields and the separators of a form may take besides its file. */
const FORM_BYTES = 1024 * 1024;

/** The form that a route takes, with a file or without; undefined where the body is none. */
export async function formIn(
  ground: Ground,
  { upload, alsoTakes }: Route,
  request: FastifyRequest,
): Promise<{ file: UploadedFile | undefined; fields: Record<string, string> } | undefined> {
  if (upload) {
    const form = await receiveUpload(request, upload.maxBytes);
    // Here, so that no file of any route gets past it, and no transaction waits for it.
    if (form.file) await requireClean(ground, form.file);
    return form;
  }
  return alsoTakes !== undefined && request.isMultipart() ? await receiveUpload(request, 0) : undefined;
}

/** Reads a multipart request with one file `file`; the other fields become an object of texts. */
async function receiveUpload(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ file: UploadedFile | undefined; fields: Record<string, string> }> {
  // A body that says how large it is need not arrive first; one that does not is cut off at the cap.
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes + FORM_BYTES) {
    const most = Math.floor(maxBytes / 1024 / 1024);
    throw new Problem('VALIDATION_2005', `The file is larger than what is accepted here, ${most} MB.`);
  }
  const fields: Record<string, string> = {};
  let file: UploadedFile | undefined;
  for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file')
        throw new Problem('VALIDATION_2001', 'Send the file in the form field "file".');
      const bytes = await part.toBuffer();
      file = { name: plainName(part.filename), type: part.mimetype, bytes };
    } else if (typeof part.value === 'string' && part.fieldname !== '__proto__') {
      fields[part.fieldname] = part.value;
    }
  }
  return { file, fields };
}

/** The last part of the name, without control characters: it is shown and kept, never used as a path. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'file'
  );
}
