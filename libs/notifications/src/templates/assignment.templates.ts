import { chineseTime, englishTime } from '../notice/local-time.ts';
import { rowIf, type Templates } from '../notice/notice-sheet.ts';
import { NOTICE_NAMES, ROLE_NAMES, URGENCY_NAMES } from '../notice/words.ts';

const AFTER_DUE =
  '逾期未反馈的，将告知贵单位负责人，并依次电话催办、发出催办单和督办单，直至提请现场办公、约谈、联席会办或专题专报市领导；逾期情况计入年度考核。';

/** Notices of an assignment's ordinary course: 交办, 签收, 退单, 延期, 审核, 重办, 撤回. */
export const assignmentTemplates: Templates<
  | 'assignment'
  | 'fax-sheet'
  | 'acknowledge-reminder'
  | 'return-ruled'
  | 'dispute-ruled'
  | 'extension-decided'
  | 'feedback-rejected'
  | 'contact-reminder'
  | 'handed-over-within'
  | 'feedback-proposed'
  | 'term-changed'
  | 'feedback-sent-back'
  | 'redo'
  | 'withdrawn'
> = {
  assignment: (facts) => {
    const role = ROLE_NAMES[facts.role];
    const emergency = facts.urgency === 'emergency';
    return {
      heading: emergency ? '紧急交办通知' : NOTICE_NAMES.assignment.zh,
      tone: emergency ? 'pressing' : 'plain',
      opening: facts.designated
        ? `经受理中心裁定，下列群众诉求指定由贵单位${role.zh}。指定办理的工单不再受理退单。`
        : `下列群众诉求现交由贵单位${role.zh}，请按时限、质量和反馈要求认真办理。`,
      rows: [
        { label: '紧急程度', value: URGENCY_NAMES[facts.urgency].zh },
        { label: '质量要求', value: facts.quality },
        { label: '反馈要求', value: facts.feedback },
        ...(facts.provisional
          ? [{ label: '时限说明', value: '所涉年度的节假日安排尚未公布，办结反馈时限为暂定，如有调整另行通知。' }]
          : []),
      ],
      task:
        (emergency ? '请立即签收并组织处置，及时作首次情况报告；' : '请在签收时限前签收；') +
        '办理中主动联系、答复诉求人，办结后填报办理结果，写明何人、何时、以何种方式联系。' +
        (facts.designated ? '' : '如不属本单位职责，请在规定期限内附依据、建议承办单位，经单位负责人同意后申请退单。'),
      limits: [
        { label: '签收时限', at: facts.acknowledgeBy },
        { label: '办结反馈时限', at: facts.due },
      ],
      otherwise: `逾期未签收的，受理中心将提醒并电话催促。${AFTER_DUE}`,
      linkLabel: '签收并办理',
      english:
        `Case ${facts.caseNumber} (${URGENCY_NAMES[facts.urgency].en}) is assigned to your unit as ${role.en}: ` +
        `acknowledge by ${englishTime(facts.acknowledgeBy)}, report back by ${englishTime(facts.due)}.`,
    };
  },

  'fax-sheet': (facts) => ({
    heading: NOTICE_NAMES['fax-sheet'].zh,
    tone: 'plain',
    opening: '下列群众诉求交由贵单位办理，交办单见附件。',
    rows: [{ label: '单号', value: facts.number }],
    task: '请在签收时限前将回执传真回受理中心，或拨打12345告知。',
    limits: [
      { label: '签收时限', at: facts.acknowledgeBy },
      { label: '办结反馈时限', at: facts.due },
    ],
    otherwise: `逾期未答复的，受理中心将电话催促并记录在案。${AFTER_DUE}`,
    linkLabel: '查看工单',
    english: `Fax sheet ${facts.number}: acknowledge by ${englishTime(facts.acknowledgeBy)}, report back by ${englishTime(facts.due)}.`,
  }),

  'acknowledge-reminder': (facts) => ({
    heading: NOTICE_NAMES['acknowledge-reminder'].zh,
    tone: 'pressing',
    opening: '交由贵单位办理的下列工单，至今未签收。',
    rows: [{ label: '紧急程度', value: URGENCY_NAMES[facts.urgency].zh }],
    task: '请立即签收；如不属本单位职责，请按规定申请退单。未签收不影响办结反馈时限的计算。',
    limits: [
      { label: '签收时限', at: facts.acknowledgeBy },
      { label: '办结反馈时限', at: facts.due },
    ],
    otherwise: '仍未签收的，受理中心督查人员将电话催促并记录在案；办结反馈时限照常计算。',
    linkLabel: '立即签收',
    english:
      `Case ${facts.caseNumber} is not acknowledged yet (it was to be by ${englishTime(facts.acknowledgeBy)}): ` +
      `acknowledge it now; the report is due by ${englishTime(facts.due)}.`,
  }),

  'return-ruled': (facts) => {
    const due = facts.due;
    const rulings = {
      accepted: {
        opening: '贵单位的退单申请，经受理中心裁定：同意退单。',
        task: '本工单贵单位无须再办理，已形成的材料请留存备查。',
        english: 'your return is accepted, nothing is left to do',
      },
      rejected: {
        opening: '贵单位的退单申请，经受理中心裁定：不同意退单。',
        task: '请继续办理，主动联系、答复诉求人，并在时限内反馈办理结果。',
        english: 'your return is rejected, please go on',
      },
      designated: {
        opening: '贵单位的退单申请，经受理中心裁定：指定由贵单位办理。',
        task: '请继续办理，主动联系、答复诉求人，并在时限内反馈办理结果。指定办理的工单不再受理退单。',
        english: 'the center designates your unit, it cannot return the case again',
      },
    };
    const ruled = rulings[facts.ruling];
    return {
      heading: NOTICE_NAMES['return-ruled'].zh,
      tone: 'plain',
      opening: ruled.opening,
      rows: rowIf('裁定意见', facts.text),
      task: ruled.task,
      limits: due ? [{ label: '办结反馈时限', at: due }] : [],
      ...(facts.ruling === 'accepted' ? { otherwiseLabel: '后续说明' } : {}),
      otherwise:
        facts.ruling === 'accepted'
          ? '贵单位不再承担本工单的办理时限，受理中心将另行交办。'
          : `裁定期间已顺延时限。${AFTER_DUE}`,
      linkLabel: '查看工单',
      english: `Case ${facts.caseNumber}: ${ruled.english}${due ? `; report back by ${englishTime(due)}` : ''}.`,
    };
  },

  'dispute-ruled': (facts) => ({
    heading: NOTICE_NAMES['dispute-ruled'].zh,
    tone: 'formal',
    opening: '下列工单的职责争议，经受理中心裁定：指定由贵单位主办。',
    rows: [...rowIf('裁定理由', facts.text), ...rowIf('编办意见', facts.staffingOpinion)],
    task: '请继续办理，主动联系、答复诉求人，并在时限内反馈办理结果。指定办理的工单不再受理退单。',
    limits: [{ label: '办结反馈时限', at: facts.due }],
    otherwise: AFTER_DUE,
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber}: the dispute is decided, your unit leads; report back by ${englishTime(facts.due)}.`,
  }),

  'extension-decided': (facts) => ({
    heading: NOTICE_NAMES['extension-decided'].zh,
    tone: 'plain',
    opening: facts.granted ? '贵单位的延期申请已获批准。' : '贵单位的延期申请未获批准，原时限不变。',
    rows: rowIf('审批意见', facts.text),
    task: facts.granted
      ? '请抓紧办理，将延期情况告知诉求人，并在新的时限内反馈办理结果。'
      : '请抓紧办理，并在原时限内反馈办理结果。',
    limits: [{ label: facts.granted ? '新的办结反馈时限' : '办结反馈时限', at: facts.due }],
    otherwise: AFTER_DUE,
    linkLabel: '继续办理',
    english:
      `Case ${facts.caseNumber}: your extension is ${facts.granted ? 'granted' : 'not granted'}; ` +
      `report back by ${englishTime(facts.due)}.`,
  }),

  'feedback-rejected': (facts) => {
    const late = facts.due <= facts.at;
    return {
      heading: NOTICE_NAMES['feedback-rejected'].zh,
      tone: 'pressing',
      opening: '贵单位提交的办理反馈未通过审核，现予退回。',
      rows: [{ label: '退回理由', value: facts.reason }],
      task: late ? '原时限已过，请立即按退回理由补充办理并重新反馈。' : '请按退回理由补充办理，并在时限内重新反馈。',
      limits: [{ label: '办结反馈时限（不因退回顺延）', at: facts.due }],
      otherwise: AFTER_DUE,
      linkLabel: '重新反馈',
      english:
        `Case ${facts.caseNumber}: your feedback was sent back; mend it and report again ` +
        (late ? `at once (it was due by ${englishTime(facts.due)}).` : `by ${englishTime(facts.due)}.`),
    };
  },

  'contact-reminder': (facts) => ({
    heading: NOTICE_NAMES['contact-reminder'].zh,
    tone: 'pressing',
    opening: '贵单位签收下列工单已满一个工作日，尚未记录联系来电人。',
    task: '请立即联系来电人，核实诉求，说明办理打算，并在系统中记录何时、以何种方式联系。',
    limits: [
      ...(facts.contactBy ? [{ label: '联系时限', at: facts.contactBy }] : []),
      { label: '办结反馈时限', at: facts.due },
    ],
    otherwise: '再过一个工作日仍未联系的，告知贵单位负责人；是否按时联系，审核反馈时逐件核对。',
    linkLabel: '记录联系情况',
    english:
      `Case ${facts.caseNumber}: contact the citizen at once` +
      `${facts.contactBy ? ` (owed by ${englishTime(facts.contactBy)})` : ''}; feedback is due ${englishTime(facts.due)}.`,
  }),

  'handed-over-within': (facts) => ({
    heading: NOTICE_NAMES['handed-over-within'].zh,
    tone: 'plain',
    opening: `下列工单在本单位内部流转到${facts.subDesk ? `“${facts.subDesk}”岗位` : '全办公室'}，请接续办理。对外责任和时限不变。`,
    rows: rowIf('交接说明', facts.text),
    task: '请接续办理，联系、答复诉求人，并按时反馈。',
    limits: [{ label: '办结反馈时限', at: facts.due }],
    otherwise: AFTER_DUE,
    linkLabel: '接续办理',
    english: `Case ${facts.caseNumber} was handed over within your unit; feedback is still due ${englishTime(facts.due)}.`,
  }),

  'feedback-proposed': (facts) => ({
    heading: NOTICE_NAMES['feedback-proposed'].zh,
    tone: 'plain',
    opening: '下列工单的办理反馈已由承办人拟好，按本单位规定送您审批。',
    rows: [],
    task: '请审批：同意的即时反馈到受理中心；退回的写明意见。审批期间办理时限照常计算。',
    limits: [
      ...(facts.decideBy ? [{ label: '审批时限', at: facts.decideBy }] : []),
      { label: '办结反馈时限', at: facts.due },
    ],
    otherwise: '未审批的每个工作日提醒一次；您不在岗时由代班人审批。',
    linkLabel: '去审批',
    english: `Case ${facts.caseNumber}: feedback waits for your approval; it is due at the center ${englishTime(facts.due)}.`,
  }),

  'feedback-sent-back': (facts) => ({
    heading: NOTICE_NAMES['feedback-sent-back'].zh,
    tone: 'pressing',
    opening: '您拟的办理反馈，单位负责人未同意，现予退改。',
    rows: [{ label: '意见', value: facts.reason }],
    task: '请按意见补充办理、修改反馈，重新送审。',
    limits: [{ label: '办结反馈时限（不因退改顺延）', at: facts.due }],
    otherwise: AFTER_DUE,
    linkLabel: '修改反馈',
    english: `Case ${facts.caseNumber}: the head of your unit sent the feedback back; it is due ${englishTime(facts.due)}.`,
  }),

  'term-changed': (facts) => ({
    heading: NOTICE_NAMES['term-changed'].zh,
    tone: 'pressing',
    opening: '受理中心对下列工单的办理时限另作规定。',
    rows: [{ label: '理由', value: facts.reason }],
    task: '请按新的时限办结并反馈。',
    limits: [{ label: '办结反馈时限', at: facts.due }],
    otherwise: AFTER_DUE,
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber}: another term was set; feedback is due ${englishTime(facts.due)}.`,
  }),

  redo: (facts) => {
    const because = {
      dissatisfied: `回访中诉求人对办理结果不满意，现将本工单发回贵单位重办${facts.redoNumber ? `（第${facts.redoNumber}次）` : ''}。`,
      reopened: '本工单已重新打开，现发回贵单位继续办理。',
    };
    return {
      heading: NOTICE_NAMES.redo.zh,
      tone: 'pressing',
      opening: because[facts.cause],
      rows: rowIf('需解决的问题', facts.text),
      task: '请单位负责人过问，再次联系诉求人，针对未解决的问题重新办理并反馈。',
      limits: [{ label: '重办反馈时限', at: facts.due }],
      otherwise: `重办后仍不满意的，可再次发回，其后由受理中心直接复核。${AFTER_DUE}`,
      linkLabel: '重新办理',
      english:
        `Case ${facts.caseNumber} comes back to your unit ` +
        `(${facts.cause === 'dissatisfied' ? 'the citizen is dissatisfied' : 'it was reopened'}): report again by ${englishTime(facts.due)}.`,
    };
  },

  withdrawn: (facts) => ({
    heading: NOTICE_NAMES.withdrawn.zh,
    tone: 'plain',
    opening: `受理中心已于${chineseTime(facts.at)}撤回对贵单位的下列交办。`,
    rows: rowIf('撤回原因', facts.text),
    task: '贵单位无须再办理，也不必反馈；已形成的材料请留存备查。',
    limits: [],
    otherwiseLabel: '后续说明',
    otherwise: '原时限即行终止，不计入考核。',
    linkLabel: '查看工单',
    english: `Case ${facts.caseNumber}: the assignment to your unit was withdrawn, nothing is left to do.`,
  }),
};
