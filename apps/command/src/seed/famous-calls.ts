import { DEMANDS, type SampleCall } from './sample-call.ts';

/** 文化局宿舍楼下水道疏通: nobody's pipe, so it took a joint meeting (the seed, 会办). */
export const SEWER_CALL: SampleCall = {
  callerName: '宿舍住户甲',
  callerPhone: '13900000101',
  title: '文化局宿舍楼下水道堵塞，污水倒灌一楼',
  text:
    '我们这幢是老文化局的职工宿舍，三层二十四户。从上个月起楼下的下水道不通，一下雨污水就从一楼住户的地漏里冒上来，' +
    '院子里也臭得没法走路。找过原单位，说宿舍早已房改；找过街道，说管道在院墙里面不归市政；找过水务，说主管道是通的。' +
    '大家凑钱请人掏过两次，管子是水泥的，塌了一截，掏不通。请政府出面定一定，到底归谁修。',
  kind: 'help',
  urgency: 'ordinary',
  categoryId: 'urban.drainage.blocked',
  place: '雉水街道学宫巷老文化局宿舍',
  course: {
    kind: 'assigned',
    quality: '查清管道产权和塌损位置，拿出疏通和改造办法；雨天之前先行抽排，不让污水再进户。',
    feedback: DEMANDS.feedback,
    units: [
      {
        unitId: 'zhujian',
        role: 'lead',
        acknowledged: true,
        interim: '已到现场查看，院内支管塌陷约六米，产权在房改时没有写明，需与文旅、水务两家共同商定。',
      },
      { unitId: 'wenlv', role: 'co', acknowledged: true },
      { unitId: 'shuiwu', role: 'co', acknowledged: true },
    ],
    meeting: { inWorkingDays: 3, place: '受理中心三楼会议室' },
  },
};

/** 开发区原动力机厂宿舍变压器搬迁: the transformer that had to move (the seed, 会办). */
export const TRANSFORMER_CALL: SampleCall = {
  callerName: '宿舍住户乙',
  callerPhone: '13900000102',
  title: '原动力机厂宿舍窗外变压器噪声大，要求搬迁',
  text:
    '我家住在开发区原动力机厂宿舍二楼，厂子关了以后，厂里那台变压器留在宿舍楼边上，离卧室窗户不到三米。' +
    '现在它供着周围几家小厂，白天黑夜嗡嗡响，夏天还冒过一次火花，老人孩子都睡不好。' +
    '我们问过供电公司，说是用户专变，产权不是他们的；问开发区，说电的事归供电。请把这台变压器搬走。',
  kind: 'help',
  urgency: 'ordinary',
  categoryId: 'utilities.power.equipment',
  place: '经济技术开发区动力路6号宿舍',
  course: {
    kind: 'assigned',
    quality: '先做安全检查；查清专变产权和用户，提出搬迁地点、费用分担和停电安排。',
    feedback: DEMANDS.feedback,
    units: [
      { unitId: 'gongdian', role: 'lead', acknowledged: true },
      { unitId: 'kaifaqu', role: 'co' },
    ],
  },
};

/** 酒厂、航运公司改制后200多名退休职工的医疗保险: years overdue, solved by special report and instruction (批办). */
export const MEDICAL_INSURANCE_CALL: SampleCall = {
  callerName: '退休职工代表',
  callerPhone: '13900000103',
  title: '酒厂、航运公司改制后200多名退休职工医疗保险没有着落',
  text:
    '我们是原酒厂和航运公司的退休职工，一共两百多人。厂子改制时说好医疗保险由改制资产里一次缴清，' +
    '可是三年多了，缴费的钱和名册一直对不上，留守处说账上没有，医保局说没有缴费就不能享受待遇。' +
    '好几位老同志生病住院都是自己垫的钱。我们不想上访，只想问一句，这笔钱该谁出，什么时候能看上病。',
  kind: 'complaint',
  urgency: 'urgent',
  categoryId: 'labour.medical.retired',
  place: '原酒厂、航运公司',
  course: {
    kind: 'assigned',
    quality: '核准人数、年限和欠缴金额，查明改制资产中预留医疗费用的去向，提出一次解决的办法。',
    feedback: '先向职工代表当面说明，再反馈；办理周期长的，每周作一次阶段反馈。',
    units: [
      {
        unitId: 'yibao',
        role: 'lead',
        acknowledged: true,
        interim: '两家企业退休职工共213人，按规定需补缴的金额已测算完毕，资金来源尚未落实。',
      },
      { unitId: 'renshe', role: 'co', acknowledged: true },
      { unitId: 'guozi', role: 'co', acknowledged: true },
    ],
    report: {
      trouble: '213名退休职工未参加职工医疗保险，住院费用自理，已拖三年以上。',
      cause: '改制时预留的医疗费用与企业其他债务混在一起，未单独立户；名册和年限三家口径不一。',
      wayOut: '以人社部门档案为准核定名册；从改制资产处置款中列支补缴费用，不足部分由财政垫付，限期补缴参保。',
      tried: '已交办医保、人社、国资三家，电话催办两次，开过一次协调会，资金来源没有结论。',
      asked: '请确定补缴资金的来源和垫付渠道，明确三家分工和完成时限。',
    },
  },
};

export const FAMOUS_CALLS: readonly SampleCall[] = [SEWER_CALL, TRANSFORMER_CALL, MEDICAL_INSURANCE_CALL];
