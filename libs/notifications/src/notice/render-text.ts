import { chineseTime } from './local-time.ts';
import type { NoticeSheet, SheetRow } from './notice-sheet.ts';
import { manyLines } from './plain-text.ts';
import { CENTER } from './words.ts';

/** A sheet with what the frame adds to it: everything is plain text still. */
export interface AddressedSheet extends NoticeSheet {
  readonly recipientName: string;
  /** Number, title and unit of the case, before the sheet's own rows. */
  readonly about: readonly SheetRow[];
  /** The limits in words, one to a line. */
  readonly limitWords: readonly string[];
  readonly link: string;
  readonly at: string;
}

export const FOOTNOTE = '本通知由市长公开电话办理系统发出，请勿直接回复；有疑问请拨打12345与受理中心联系。';

/** A term has a limit, a moment has a time. */
export const limitLabelOf = ({ limits }: NoticeSheet): string =>
  limits.every(({ moment }) => moment) ? '时间' : '时限';
export const otherwiseLabelOf = ({ otherwiseLabel }: NoticeSheet): string => otherwiseLabel ?? '如未办理';

/** The notice as plain text, for the text part of a mail, a fax sheet and a log. */
export function renderText(sheet: AddressedSheet): string {
  const rows = [...sheet.about, ...(sheet.rows ?? [])].map(({ label, value, link }) =>
    labelled(label, link === undefined ? value : `${value}\n${link}`),
  );
  const head = sheet.heading.startsWith(CENTER) ? [sheet.heading] : [CENTER, sheet.heading];
  return [
    [...head, ...(sheet.documentNumber ? [sheet.documentNumber] : [])].join('\n'),
    `${manyLines(sheet.recipientName)}：`,
    manyLines(sheet.opening),
    rows.join('\n'),
    [
      labelled('要求', sheet.task),
      ...(sheet.limitWords.length > 0 ? [labelled(limitLabelOf(sheet), sheet.limitWords.join('\n'))] : []),
      labelled(otherwiseLabelOf(sheet), sheet.otherwise),
    ].join('\n'),
    `${sheet.linkLabel}：\n${manyLines(sheet.link)}`,
    manyLines(sheet.english),
    `${CENTER}\n${chineseTime(sheet.at)}\n${FOOTNOTE}`,
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

function labelled(label: string, value: string): string {
  const lines = manyLines(value).split('\n');
  return lines.length === 1
    ? `【${manyLines(label)}】${lines[0]}`
    : `【${manyLines(label)}】\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
