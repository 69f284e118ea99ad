import { documentNumberOf, isOfCenter, type DocumentKind, type Instant } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { placeOfStream, type PlaceOfStream } from '../ledger/place-of-stream.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** A line of the register of papers (文号登记簿). */
export interface RegisteredPaper extends Pick<PlaceOfStream, 'caseNumber' | 'conferenceId'> {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly caseTitle?: string;
  readonly documentId: string;
  /** The meeting whose minutes they are. */
  readonly meetingId?: string;
  /** Of a special report: where its paper is. */
  readonly reportId?: string;
  readonly unitId?: string;
  readonly unitName?: string;
  readonly issuedAt: Instant;
}

interface Row {
  kind: DocumentKind;
  year: number;
  serial: number;
  stream: string;
  document_id: string;
  unit_id: string | null;
  issued_at: Date;
  title: string | null;
  unit_name: string | null;
}

/** The register of the center's numbered papers, newest first; the center's own, and the mayor's to read. Errors: access.denied. */
export async function listDocuments(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: PageInput & { readonly kind?: DocumentKind; readonly year?: number },
): Promise<Page<RegisteredPaper>> {
  if (!isOfCenter(actor) && actor.role !== 'mayor') throw new AppError('access.denied', { action: 'list-documents' });
  const where = ['true'];
  const values: unknown[] = [];
  const only = (sql: string, ...bound: unknown[]): void => {
    where.push(sql);
    values.push(...bound);
  };
  if (input.kind) only('d.kind = ?', input.kind);
  if (input.year) only('d.year = ?', input.year);
  if (input.after) only('(d.issued_at, d.kind, d.serial) < (?::timestamptz, ?, ?)', ...readCursor(input.after));
  const rows = await orm.em.fork().execute<Row[]>(
    `select d.*, c.title, u.name as unit_name from official_document d left join case_file c on c.case_number = split_part(d.stream, '-', 1)
     left join unit u on u.id = d.unit_id where ${where.join(' and ')} order by d.issued_at desc, d.kind desc, d.serial desc limit ?`,
    [...values, input.limit + 1],
  );
  const page = pageOf(
    rows,
    input.limit,
    ({ issued_at, kind, serial }) => `${new Date(issued_at).toISOString()}_${kind}_${serial}`,
  );
  return { ...page, items: page.items.map(registeredPaper) };
}

function registeredPaper({ kind, year, serial, stream, document_id, unit_id, unit_name, issued_at, title }: Row) {
  const place = placeOfStream(stream);
  return {
    number: documentNumberOf(kind, { year, serial }),
    kind,
    ...place,
    ...(kind === 'minutes' && place.caseNumber ? { meetingId: stream } : {}),
    ...(kind === 'special-report' ? { reportId: stream } : {}),
    ...(title === null ? {} : { caseTitle: title }),
    documentId: document_id,
    ...(unit_id ? { unitId: unit_id } : {}),
    ...(unit_name ? { unitName: unit_name } : {}),
    issuedAt: new Date(issued_at).toISOString(),
  };
}

function readCursor(cursor: string): [string, string, number] {
  const [at, kind, serial] = cursor.split('_');
  if (!isOwnInstant(at) || !kind || !serial || !/^[1-9]\d{0,8}$/.test(serial)) throw new AppError('list.bad-cursor');
  return [at, kind, Number(serial)];
}
