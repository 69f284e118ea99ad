import { fileTypeFromBuffer } from 'file-type';

/** What citizens and units bring: pictures, sound, film, papers. Told by the content alone. */
const ALLOWED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/tiff',
  'image/bmp',
  'application/pdf',
  // Word and Excel as they were: what is inside is not looked at, so it is never shown, only handed out.
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'audio/mpeg',
  'audio/wav',
  'audio/mp4',
  'audio/x-m4a',
  'audio/amr',
  'audio/ogg',
  'video/mp4',
  'video/quicktime',
]);

// Whatever else says nothing of itself may be read as words, if it is some.
const PLAIN = 'text/plain';
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/;

/** The media type that a file's bytes say it has; nothing where it is none that may be brought. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return ALLOWED.has(found.mime) ? found.mime : undefined;
  return isPlain(bytes) ? PLAIN : undefined;
}

function isPlain(bytes: Uint8Array): boolean {
  try {
    return !CONTROL.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
