import { chineseTime, englishTime } from '../notice/local-time.ts';
import { rowIf, type Templates } from '../notice/notice-sheet.ts';
import { CENTER, NOTICE_NAMES } from '../notice/words.ts';

const AWAITED = '批示时限';

/** 批办: the special report, the instruction awaited, given and followed. */
export const reportTemplates: Templates<
  | 'special-report'
  | 'weekly-folder'
  | 'instruction-reminder'
  | 'instruction-overdue'
  | 'instruction'
  | 'instruction-due'
  | 'part-sent-back'
  | 'instruction-open'
> = {
  'special-report': (facts) => {
    const others = (facts.otherCases ?? []).map(({ caseNumber, title }) => `${caseNumber} ${title}`).join('\n');
    return {
      heading: `${CENTER}${NOTICE_NAMES['special-report'].zh}`,
      ...(facts.documentNumber ? { documentNumber: facts.documentNumber } : {}),
      tone: 'formal',
      opening: facts.automatic
        ? '下列事项久拖未决，经多方工作仍不能解决。专报建议逾期无人答复，按规则由系统自动报送，内容为未经主任签发的草拟稿，现报请市长批示。'
        : '下列事项久拖未决，经工作已弄清症结、原因和解决途径，但仍不能解决，现报请市长批示。',
      rows: [
        { label: '报送方式', value: facts.automatic ? '自动报送（建议逾期未决）' : '受理中心主任签发' },
        ...rowIf('并报工单', others),
        { label: '问题症结', value: facts.trouble },
        { label: '形成原因', value: facts.cause },
        { label: '已做工作', value: facts.tried },
        { label: '解决途径', value: facts.wayOut },
        ...rowIf('请示事项', facts.asked),
      ],
      task: '请审阅并作出批示，明确责任单位、办理要求和完成时限；受理中心将据此跟踪追办督办，直到问题圆满解决。',
      limits: [{ label: AWAITED, at: facts.due }],
      otherwiseLabel: '如未批示',
      otherwise: '到时未见批示的，系统将提醒市领导办公室，随后报告受理中心主任；原交办工单继续督办。',
      linkLabel: '审阅并批示',
      english:
        `Case ${facts.caseNumber}: special report${facts.automatic ? ' (submitted by itself, nobody decided in time)' : ''}; ` +
        `your instruction is asked for by ${englishTime(facts.due)}.`,
    };
  },

  'weekly-folder': ({ reports, due }) => ({
    heading: `${CENTER}${NOTICE_NAMES['weekly-folder'].zh}（${reports.length}件）`,
    tone: 'formal',
    opening: `本周呈请市长批示的专题专报共${reports.length}件，一并报送，公文附后。`,
    rows: reports.map(({ documentNumber = '', reportId, cases, asked, link }, index) => ({
      label: `${index + 1}. ${documentNumber || reportId}`,
      value: [
        ...cases.map(({ caseNumber, title }) => `${caseNumber} ${title}`),
        ...(asked ? [`请示：${asked}`] : []),
      ].join('\n'),
      link,
    })),
    task: '请逐件审阅并作出批示，明确责任单位、办理要求和完成时限；受理中心将据此跟踪追办督办，直到问题圆满解决。',
    limits: [{ label: AWAITED, at: due }],
    otherwiseLabel: '如未批示',
    otherwise: '到时未见批示的，系统将提醒市领导办公室，随后报告受理中心主任；原交办工单继续督办。',
    linkLabel: '打开专报夹',
    english: `${reports.length} special reports of this week; your instructions are asked for by ${englishTime(due)}.`,
  }),

  'instruction-reminder': (facts) => ({
    heading: NOTICE_NAMES['instruction-reminder'].zh,
    tone: 'pressing',
    opening: `报送${facts.deputyMayorName ?? '分管副市长'}的专题专报已到批示时限，尚未见批示。`,
    rows: [{ label: '专报编号', value: facts.reportId }],
    task: '请办公室及时呈请批示；领导外出的，请告知受理中心预计批示时间。',
    limits: [{ label: AWAITED, at: facts.due }],
    otherwiseLabel: '如未批示',
    otherwise: '仍未见批示的，系统将报告受理中心主任，由主任当面汇报。',
    linkLabel: '查看专报',
    english: `Case ${facts.caseNumber}: the instruction on special report ${facts.reportId} was awaited by ${englishTime(facts.due)}; please present it.`,
  }),

  'instruction-overdue': (facts) => ({
    heading: NOTICE_NAMES['instruction-overdue'].zh,
    tone: 'pressing',
    opening: `报送${facts.deputyMayorName ?? '分管副市长'}的专题专报，经提醒办公室，至今未见批示。`,
    rows: [{ label: '专报编号', value: facts.reportId }],
    task: '请主任当面汇报，取得批示后在系统中登记。',
    limits: [{ label: AWAITED, at: facts.due }],
    otherwiseLabel: '如未批示',
    otherwise: '未见批示期间，系统将按规定周期继续报告，直至登记批示或专报办结。',
    linkLabel: '查看专报',
    english: `Case ${facts.caseNumber}: no instruction on special report ${facts.reportId} (awaited by ${englishTime(facts.due)}); report in person.`,
  }),

  instruction: (facts) => ({
    heading: NOTICE_NAMES.instruction.zh,
    documentNumber: `专报编号 ${facts.reportId}`,
    tone: 'formal',
    opening: `${facts.deputyMayorName ?? '分管副市长'}对下列事项的专题专报作出批示，现予${facts.part ? '交办' : '转告'}。`,
    rows: [{ label: '批示内容', value: facts.instruction }, ...rowIf('交贵单位落实', facts.part)],
    task: facts.part
      ? '请主要负责人按批示要求立即落实，在时限内办结，并将落实情况报受理中心。'
      : '请据批示组织跟踪追办督办，逐项登记落实情况，直到问题圆满解决。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: facts.part
      ? '到期未落实的，受理中心将发出到期通知并逐项追办，落实情况报告市领导。'
      : '到期未登记落实情况的，转督查人员追办；逾期仍未落实的，报告主任和市领导办公室。',
    linkLabel: '查看批示',
    english:
      `Case ${facts.caseNumber}: the deputy mayor gave an instruction on report ${facts.reportId}; ` +
      `${facts.part ? 'do your part' : 'follow it up'} by ${englishTime(facts.due)}.`,
  }),

  'instruction-due': (facts) => ({
    heading: NOTICE_NAMES['instruction-due'].zh,
    documentNumber: `专报编号 ${facts.reportId}`,
    tone: 'pressing',
    opening: `${facts.deputyMayorName ?? '分管副市长'}批示的下列事项，落实时限为${chineseTime(facts.due)}，现已到期，尚未登记落实。`,
    rows: [
      { label: '批示内容', value: facts.instruction },
      ...rowIf(`由${facts.unitName ?? '责任单位'}落实`, facts.part),
    ],
    task: facts.part
      ? '请督促落实，立即登记落实情况；有困难的，请说明原因和完成时间。'
      : '请过问落实进展，督促责任单位办结，并将情况报告市领导。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: '未落实期间，受理中心将持续追办，并按规定周期报告，直到问题圆满解决。',
    linkLabel: '登记落实情况',
    english: `Case ${facts.caseNumber}: the instruction on report ${facts.reportId} was due by ${englishTime(facts.due)}; report what was done.`,
  }),

  'part-sent-back': (facts) => ({
    heading: NOTICE_NAMES['part-sent-back'].zh,
    documentNumber: `专报编号 ${facts.reportId}`,
    tone: 'pressing',
    opening: `${facts.deputyMayorName ?? '分管副市长'}批示由${facts.unitName ?? '贵单位'}落实的事项，所报落实情况经受理中心审核，现退回。`,
    rows: [
      { label: '批示内容', value: facts.instruction },
      ...rowIf('由贵单位落实', facts.part),
      { label: '退回理由', value: facts.reason },
    ],
    task: '请继续落实，完成后再次登记落实情况。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: '时限不变；到期未落实的，受理中心将发出到期通知并逐项追办，落实情况报告市领导。',
    linkLabel: '登记落实情况',
    english: `Case ${facts.caseNumber}: what was reported on the instruction of report ${facts.reportId} is sent back; your part is due by ${englishTime(facts.due)}.`,
  }),

  'instruction-open': (facts) => ({
    heading: NOTICE_NAMES['instruction-open'].zh,
    documentNumber: `专报编号 ${facts.reportId}`,
    tone: 'formal',
    opening: `${facts.deputyMayorName ?? '分管副市长'}批示的下列事项，落实时限为${chineseTime(facts.due)}，已到期，经跟踪追办仍未解决。${facts.automatic ? '主任未在时限内决定是否报告，现按规则由系统自动报告。' : `现由${CENTER}主任报告。`}`,
    rows: [{ label: '批示内容', value: facts.instruction }, ...rowIf('未落实情况', facts.text)],
    task: '请审阅；需要协调的，请告知受理中心。',
    limits: [{ label: '落实时限', at: facts.due }],
    otherwise: '受理中心继续跟踪追办督办，直到问题圆满解决。',
    linkLabel: '查看专报',
    english: `Case ${facts.caseNumber}: the instruction on report ${facts.reportId} was due by ${englishTime(facts.due)} and is still open; ${facts.automatic ? 'nobody decided in time, so you are told by itself' : 'the director reports it to you'}.`,
  }),
};
