import type { OfficialPaper } from '@hotline/documents';
import { documentNumberOf, type AgendaItem, type ConferenceDecision, type ItemDecision } from '@hotline/domain';
import { CENTER, chineseTime } from '@hotline/notifications';
import type { ConferenceSource } from '../joint-conference/conference-source.ts';
import { AGENDA_REASON_NAMES, titleOfConference } from '../joint-conference/conference-words.ts';
import { paperDay } from './number-documents.ts';

type Held = NonNullable<ConferenceSource['held']>;

const DECISIONS: Readonly<Record<ConferenceDecision, string>> = {
  meeting: '召集会办',
  resolution: '联办、协办',
  noted: '通报情况',
};
const WAYS = { joint: '联办', assist: '协办' } as const;

/** 联席会议纪要 as a paper, from the ledger: the same whenever it is asked for. Nothing before it was held. */
export function minutesOfConference(source: ConferenceSource): OfficialPaper | undefined {
  const { held, state } = source;
  const at = source.events.find(({ type }) => type === 'ConferenceHeld')?.at;
  if (!held || !at) return undefined;
  const absent = state.memberIds.filter((id) => !held.attendedMemberIds.includes(id));
  return {
    title: '会议纪要',
    number: documentNumberOf('minutes', held.number),
    day: paperDay(at),
    opening: `${chineseTime(state.startsAt)}，${CENTER}牵头召开${titleOfConference(state.month)}，通报交流情况，研究下列事项。`,
    rows: [
      { label: '会议地点', value: source.place ?? `${CENTER}会议室` },
      {
        label: '到会部门',
        value: held.attendedMemberIds.map((id) => present(source, held, id)).join('\n') || '无',
      },
      ...(absent.length > 0
        ? [{ label: '缺席部门', value: absent.map((id) => source.memberName(id)).join('、') }]
        : []),
    ],
    sections: [
      { heading: '会议内容', words: source.words(held.minutes) },
      ...(held.decisions.length > 0
        ? [
            {
              heading: '议定事项',
              words: held.decisions.map((one, index) => `${index + 1}．${decided(source, held, one)}`).join('\n'),
            },
          ]
        : []),
    ],
    closing: '请各责任单位按时限落实议定事项并在系统中填报落实情况，缺席部门同样执行。',
  };
}

/** A member that came, with who came in whose place. */
function present(source: ConferenceSource, { substitutes = [] }: Held, memberId: string): string {
  const came = substitutes
    .filter((one) => one.memberId === memberId)
    .map(({ person, inPlaceOf }) => `${source.words(person)}代${source.words(inPlaceOf)}参会`);
  return `${source.memberName(memberId)}${came.length > 0 ? `（${came.join('；')}）` : ''}`;
}

function decided(source: ConferenceSource, { resolutions }: Held, { itemId, decision, text }: ItemDecision): string {
  const item = source.state.agenda[itemId];
  const duties = resolutions
    .filter((one) => one.itemId === itemId)
    .map(
      ({ unitId, way, text: words, dueAt }) =>
        `${source.unitName(unitId)}${WAYS[way]}：${source.words(words)}（时限：${chineseTime(dueAt)}）`,
    );
  return [`${item ? lineOfItem(source, item) : itemId}：${DECISIONS[decision]}。${source.words(text)}`, ...duties].join(
    '\n',
  );
}

/** An item in a line: a case by its number and why it is there, without what its caller said; a point by its words. */
export function lineOfItem(
  { words }: Pick<ConferenceSource, 'words'>,
  { caseNumber, reasons = [], text }: AgendaItem,
): string {
  if (!caseNumber) return words(text);
  const why = reasons.map((reason) => AGENDA_REASON_NAMES[reason]).join('、');
  return `工单${caseNumber}（${why || '督查室提出'}）`;
}
