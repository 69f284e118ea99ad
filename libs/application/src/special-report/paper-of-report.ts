import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OfficialPaper } from '@hotline/documents';
import { documentNumberOf, isTraining, type ReportEvent, type ReportState } from '@hotline/domain';
import { CENTER, chineseTime } from '@hotline/notifications';
import { CaseFileEntity } from '@hotline/persistence';
import { paperDay } from '../document/number-documents.ts';
import type { LedgerSource } from '../notice/notice-source.ts';
import { namesOfPeople } from '../organisation/names.ts';
import { readReportWords } from './change-report.ts';

/** The parts of a report in the order in which a deputy mayor reads them. */
const SECTIONS = [
  ['trouble', '一、问题症结'],
  ['cause', '二、形成原因'],
  ['tried', '三、已做工作'],
  ['wayOut', '四、解决途径'],
  ['asked', '五、请示事项'],
] as const;

/** 专题专报 as a paper: the same whenever it is asked for, once it was issued; before, its newest draft. */
export async function paperOfReport(em: SqlEntityManager, source: LedgerSource): Promise<OfficialPaper> {
  const state = source.streamState as ReportState;
  const words = readReportWords(source.words(state.text));
  const { reportId, deputyMayorId, automatic, issuedAt } = state;
  // The wait may be moved by a change of the rules; what was sent is not.
  const awaitedBy = (source.events as readonly ReportEvent[])
    .flatMap(({ type, payload }) =>
      type === 'ReportSubmitted' || type === 'ReportDelivered' ? (payload.instructionBy ?? []) : [],
    )
    .at(0);
  const nameOf = await namesOfPeople(em, [deputyMayorId]);
  return {
    title: '专题专报',
    number: issuedAt || isTraining(reportId) ? documentNumberOf('special-report', state.number) : '（草稿，未签发）',
    day: paperDay(issuedAt ?? source.events.at(-1)?.at ?? ''),
    to: `${nameOf(deputyMayorId) ?? ''}副市长`,
    opening: automatic
      ? '下列事项久拖未决，经多方工作仍不能解决。专报建议逾期无人答复，按规则自动报送，现报请批示。'
      : '下列事项久拖未决，经工作已弄清症结、原因和解决途径，但仍不能解决，现报请批示。',
    rows: [
      ...(await titlesOf(em, state.caseNumbers)).map(({ caseNumber, title }) => ({
        label: '所涉工单',
        value: `${caseNumber} ${title}`,
      })),
      ...(awaitedBy ? [{ label: '请于', value: `${chineseTime(awaitedBy)}前批示` }] : []),
    ],
    sections: SECTIONS.flatMap(([part, heading]) => (words[part] ? [{ heading, words: words[part] }] : [])),
    closing: `批示后由${CENTER}跟踪追办督办，直到问题圆满解决。`,
  };
}

/** The cases of a report by their titles, in the order of their numbers. */
export async function titlesOf(
  em: SqlEntityManager,
  caseNumbers: readonly string[],
): Promise<readonly { readonly caseNumber: string; readonly title: string }[]> {
  return em.find(
    CaseFileEntity,
    { caseNumber: { $in: [...caseNumbers] } },
    { fields: ['caseNumber', 'title'], orderBy: { caseNumber: 'asc' }, disableIdentityMap: true },
  );
}
