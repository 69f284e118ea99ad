// Controls other than tab and line feed, and the characters that turn the direction of text around.
const UNPRINTABLE = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** Text as it is shown: well-formed Unicode, line feeds alone between lines, no control characters, no blank ends. */
export function manyLines(text: string): string {
  return text.toWellFormed().replace(LINE_BREAKS, '\n').replace(UNPRINTABLE, '').trim();
}

/** The same in a single line: what may stand in a mail's header. */
export function oneLine(text: string): string {
  return manyLines(text).replace(/\s*\n\s*|\t/g, ' ');
}

/** The first `length` characters (code points) of one line; an ellipsis marks what was left out. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(oneLine(text));
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML, safe in an element and in a quoted attribute. The only place where a notice is escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
