import { chineseTime } from './local-time.ts';
import type { NoticeSheet, SheetRow } from './notice-sheet.ts';
import { escapeHtml, manyLines } from './plain-text.ts';
import { FOOTNOTE, limitLabelOf, otherwiseLabelOf, type AddressedSheet } from './render-text.ts';
import { CENTER } from './words.ts';

const FONT = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Helvetica Neue',Arial,sans-serif";
const SERIF = "font-family:'STSong','SimSun','Noto Serif CJK SC',serif";
const BAR: Record<NoticeSheet['tone'], string> = { plain: '#1f5fa8', pressing: '#c8501e', formal: '#c00000' };
const CELL = 'padding:8px 12px;border:1px solid #d9dde3;font-size:14px;line-height:1.7;vertical-align:top';

/** Plain text to HTML: escaped once, line feeds kept. */
const html = (text: string): string => escapeHtml(manyLines(text)).replaceAll('\n', '<br>');

/**
 * The notice as HTML for mail clients: tables and inline styles only, 640 pixels wide at most, no pictures, no scripts,
 * nothing loaded from anywhere.
 */
export function renderHtml(sheet: AddressedSheet): string {
  const bar = BAR[sheet.tone];
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${html(sheet.heading)}</title></head>`,
    `<body style="margin:0;padding:0;background:#f2f4f7;color:#1d2129;${FONT}">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f7"><tr><td align="center" style="padding:24px 8px">',
    '<table role="presentation" width="640" cellpadding="0" cellspacing="0" style="max-width:640px;width:100%;background:#ffffff;border:1px solid #d9dde3">',
    headOf(sheet, bar),
    '<tr><td style="padding:20px 24px 8px">',
    paragraph(`<strong>${html(sheet.recipientName)}：</strong>`),
    paragraph(html(sheet.opening), 'text-indent:2em'),
    tableOf([...sheet.about, ...(sheet.rows ?? [])]),
    dutyOf(sheet, bar),
    buttonOf(sheet, bar),
    `<p lang="en" style="margin:16px 0;font-size:13px;line-height:1.6;color:#5a6270">${html(sheet.english)}</p>`,
    '</td></tr>',
    footOf(sheet),
    '</table></td></tr></table></body></html>',
  ].join('\n');
}

function headOf(sheet: AddressedSheet, bar: string): string {
  const number = sheet.documentNumber
    ? `<div style="font-size:14px;padding-top:8px;${sheet.tone === 'formal' ? 'color:#1d2129' : ''}">${html(sheet.documentNumber)}</div>`
    : '';
  if (sheet.tone === 'formal')
    return (
      `<tr><td align="center" style="padding:28px 24px 16px;border-bottom:3px solid ${bar}">` +
      `<h1 style="margin:0;font-size:24px;line-height:1.4;color:${bar};letter-spacing:1px;${SERIF}">${html(sheet.heading)}</h1>${number}</td></tr>`
    );
  return (
    `<tr><td style="padding:16px 24px;background:${bar};color:#ffffff"><div style="font-size:13px">${CENTER}</div>` +
    `<h1 style="margin:4px 0 0;font-size:20px;line-height:1.4;color:#ffffff">${html(sheet.heading)}</h1>${number}</td></tr>`
  );
}

function paragraph(content: string, style = ''): string {
  return `<p style="margin:0 0 12px;font-size:15px;line-height:1.8;${style}">${content}</p>`;
}

function tableOf(rows: readonly SheetRow[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({ label, value, link }) =>
      `<tr><th scope="row" align="left" width="112" style="${CELL};background:#f7f8fa;font-weight:normal;color:#4e5969">${html(label)}</th>` +
      `<td style="${CELL};word-break:break-word">${link === undefined ? html(value) : anchor(link, html(value), '#1f5fa8')}</td></tr>`,
  );
  return `<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:4px 0 16px">${lines.join('')}</table>`;
}

function dutyOf(sheet: AddressedSheet, bar: string): string {
  const part = (label: string, content: string) =>
    paragraph(`<strong style="color:${bar}">${label}</strong><br>${content}`);
  return (
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding:12px 16px 2px;border-left:4px solid ${bar};background:#fafbfc">` +
    part('要求', html(sheet.task)) +
    (sheet.limitWords.length > 0
      ? part(limitLabelOf(sheet), `<strong>${sheet.limitWords.map(html).join('<br>')}</strong>`)
      : '') +
    part(otherwiseLabelOf(sheet), html(sheet.otherwise)) +
    '</td></tr></table>'
  );
}

function buttonOf(sheet: AddressedSheet, bar: string): string {
  const label = `<span style="color:#ffffff">${html(sheet.linkLabel)}</span>`;
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0 8px"><tr><td style="background:${bar};padding:10px 28px;font-size:15px">` +
    `${anchor(sheet.link, label, '#ffffff')}</td></tr></table>` +
    `<p style="margin:0;font-size:12px;line-height:1.6;color:#86909c;word-break:break-all">${html(sheet.link)}</p>`
  );
}

/** Only web addresses become links; anything else stays words. */
function anchor(link: string, content: string, color: string): string {
  return /^https?:\/\//i.test(link)
    ? `<a href="${escapeHtml(manyLines(link))}" style="color:${color};text-decoration:none">${content}</a>`
    : content;
}

function footOf(sheet: AddressedSheet): string {
  return (
    '<tr><td style="padding:12px 24px 20px;border-top:1px solid #e5e8ed">' +
    `<p align="right" style="margin:0 0 8px;font-size:14px;line-height:1.7;text-align:right">${CENTER}<br>${chineseTime(sheet.at)}</p>` +
    `<p style="margin:0;font-size:12px;line-height:1.6;color:#86909c">${FOOTNOTE}</p></td></tr>`
  );
}
