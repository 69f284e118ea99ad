import type { OfficialPaper } from '@hotline/documents';
import { documentNumberOf, type EventEnvelope, type MeetingPayloads, type MeetingState } from '@hotline/domain';
import { chineseTime, CENTER } from '@hotline/notifications';
import type { LedgerSource } from '../notice/notice-source.ts';
import { paperDay } from './number-documents.ts';

type Held = MeetingPayloads['MeetingHeld'];

/** 会议纪要 as a paper, from the ledger: the same whenever it is asked for. Nothing before the meeting was held. */
export function minutesOfMeeting(source: LedgerSource, place: string | null): OfficialPaper | undefined {
  const event = source.events.find(({ type }) => type === 'MeetingHeld') as
    | EventEnvelope<'MeetingHeld', Held>
    | undefined;
  if (!event) return undefined;
  const { payload: held, at } = event;
  const { startsAt, unitIds } = source.streamState as MeetingState;
  const absent = unitIds
    .filter((unitId) => !held.attendedUnitIds.includes(unitId))
    .map((unitId) => source.unitName(unitId));
  return {
    title: '会议纪要',
    number: documentNumberOf('minutes', held.number),
    day: paperDay(at),
    opening: `${chineseTime(startsAt)}，${CENTER}牵头召开联席会办，研究下列事项。`,
    rows: [
      { label: '工单编号', value: source.caseNumber },
      { label: '诉求标题', value: source.title },
      { label: '会议地点', value: place ?? `${CENTER}会议室` },
      {
        label: '到会单位',
        value: held.attendedUnitIds.map((unitId) => present(source, held, unitId)).join('\n') || '无',
      },
      ...(absent.length > 0 ? [{ label: '缺席单位', value: absent.join('、') }] : []),
      { label: '会议结果', value: held.settled ? '议定' : '未议定' },
    ],
    sections: [
      { heading: '会议内容', words: source.words(held.minutes) },
      ...(held.unsettled
        ? [
            {
              heading: '未议定事项',
              words: held.unsettled.map(({ text }, index) => `${index + 1}．${source.words(text)}`).join('\n'),
            },
          ]
        : []),
      ...(held.resolutions.length > 0 ? [{ heading: '议定事项', words: resolved(source, held) }] : []),
    ],
    closing: '请各责任单位按时限落实议定事项并在系统中填报落实情况，缺席单位同样执行。',
  };
}

/** A unit that came, with who came in whose place. */
function present(source: LedgerSource, { substitutes = [] }: Held, unitId: string): string {
  const came = substitutes
    .filter((one) => one.unitId === unitId)
    .map(({ person, inPlaceOf }) => `${source.words(person)}代${source.words(inPlaceOf)}参会`);
  return `${source.unitName(unitId)}${came.length > 0 ? `（${came.join('；')}）` : ''}`;
}

function resolved(source: LedgerSource, { resolutions }: Held): string {
  return resolutions
    .map(
      ({ unitId, text, dueAt }, index) =>
        `${index + 1}．${source.words(text)}（责任单位：${source.unitName(unitId)}；时限：${chineseTime(dueAt)}）`,
    )
    .join('\n');
}
