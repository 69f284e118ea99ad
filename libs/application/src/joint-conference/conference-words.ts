import type { AgendaReason } from '@hotline/domain';

/** Why the rule put a case on the agenda, as papers and mails say it. */
export const AGENDA_REASON_NAMES: Readonly<Record<AgendaReason, string>> = {
  'report-proposed': '拟专题专报',
  'meeting-proposed': '拟会办',
  'meeting-unsettled': '会办未议定',
  dispute: '职责争议',
  'many-returns': '多次退单',
  'several-bodies': '涉及多个单位',
};

/** `2026年1月联席会议`, by the month of a session. */
export function titleOfConference(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(4))}月联席会议`;
}
