import type { SampleArticle } from './sample-article.ts';

/** What is applied for, and what the line does and does not take. */
export const ARTICLES_OF_AFFAIRS: readonly SampleArticle[] = [
  {
    title: '外地就医怎样备案、怎样报销',
    question: '在外地住院，没有备案，回来还能报销吗？要带什么材料？',
    answer:
      '可以。先补办异地就医备案，再申请零星报销，报销比例按未备案的标准计算。\n材料：住院发票、费用清单、出院记录、医保卡（或医保电子凭证）、本人银行卡；代办的另带代办人身份证。\n地点：各镇（街道）便民服务中心医保窗口，材料齐全的二十个工作日内到账。',
    sources: ['市基本医疗保险异地就医办事指南（2026年版）'],
    categoryId: 'labour.medical.reimbursement',
    ownerUnitId: 'yibao',
    validDays: 365,
  },
  {
    title: '医保卡遗失补办',
    question: '医保卡丢了，怎么补？没有卡能看病吗？',
    answer:
      '先电话挂失或在医保服务平台挂失，再带身份证到镇（街道）便民服务中心补办，当场领取。\n补办期间可用医保电子凭证就医、购药。',
    sources: ['市医疗保障局服务指南'],
    categoryId: 'labour.medical',
    ownerUnitId: 'yibao',
    validDays: 365,
  },
  {
    title: '老年公交卡的办理和年审',
    question: '老年公交卡在哪里办？刷不出来了是要年审吗？',
    answer:
      '年满七十周岁的本市老人免费乘车，六十至六十九周岁半价。\n办卡、年审都在公交总站服务窗口，也可在各镇客运站办理；带老人身份证和卡，可由家人代办。\n年审每年一次，逾期卡片停用，年审后即时恢复。',
    sources: ['市老年人优待办法', '市公交公司服务公示'],
    categoryId: 'traffic.bus',
    ownerUnitId: 'jiaotong',
    validDays: 210,
  },
  {
    title: '小学施教区和报名时间',
    question: '我家的房子属于哪个学校的施教区？什么时候报名？',
    answer:
      '当年的施教区由教育局在五月公布，六月报名，七月公布名单。\n公布之前不作答复，也不替来电人推测；请关注教育局网站和所在社区通知。\n外来务工人员子女凭居住证和务工证明，由教育局统筹安排。',
    sources: ['市义务教育阶段招生工作意见'],
    categoryId: 'society.school',
    ownerUnitId: 'jiaoyu',
    validDays: 180,
  },
  {
    title: '被拖欠工资怎样投诉',
    question: '老板拖欠工资，应该找谁？',
    answer:
      '请来电人说明单位全称、地址、拖欠的月份和人数、有没有合同或工资条、考勤。\n交办人力资源和社会保障局劳动监察大队；工程建设领域的，同时抄送住房和城乡建设局。\n已申请仲裁或起诉的，不再受理，告知向仲裁委或法院查询进度。',
    sources: ['《保障农民工工资支付条例》', '劳动保障监察投诉指南'],
    categoryId: 'labour.wages',
    ownerUnitId: 'renshe',
    validDays: 365,
  },
  {
    title: '低保申请的条件和手续',
    question: '家里困难，怎样申请低保？',
    answer:
      '由本人或家人向户籍地镇（街道）提出，也可委托村（社区）代交。\n材料：身份证、户口簿、家庭收入和财产的书面声明与授权核对书。\n镇（街道）受理后入户调查、公示，二十二个工作日内答复；不批准的书面说明理由，可以申请复查。',
    sources: ['市最低生活保障办事指南'],
    categoryId: 'society.relief',
    ownerUnitId: 'minzheng',
    validDays: 365,
  },
  {
    title: '买到过期食品怎样维权',
    question: '超市卖过期食品，怎么投诉？能赔多少？',
    answer:
      '请来电人保留食品、包装和购物小票。\n交办市场监督管理局，七个工作日内告知是否受理。\n赔偿数额由双方协商或由法院判定，我们只说明法律规定，不替来电人计算。',
    sources: ['《中华人民共和国食品安全法》', '市场监督管理投诉举报处理办法'],
    categoryId: 'market.food',
    ownerUnitId: 'shichang',
    validDays: 365,
  },
  {
    title: '哪些事项12345不予受理',
    question: '法院已经判了，能不能帮我改？',
    answer:
      '已进入诉讼、仲裁、行政复议、信访程序的，以及应由110、119、120处置的紧急事项，不在受理范围。\n要说明理由和去处：对判决不服的在上诉期内上诉；信访事项向原受理机关查询；需要法律帮助的提供法律援助电话。\n不说“管不了”，说“这件事该由哪里办、怎么办”。',
    sources: ['市长公开电话受理办理工作规则'],
    categoryId: 'government.procedure',
  },
  {
    title: '怎样查询自己反映的事办得怎样了',
    question: '我上次打的电话，办得怎么样了？',
    answer:
      '请来电人报工单编号，没有编号的按来电号码查找。\n只告诉本人：办到哪一步、由哪个单位办、什么时候到期。举报类的，不向任何人透露举报人。\n已逾期的，当场道歉并登记催办。',
    sources: ['市长公开电话受理办理工作规则'],
    categoryId: 'government.procedure',
  },
];

/** Written and sent to its review, for somebody to do in the demonstration. */
export const ARTICLE_IN_REVIEW: SampleArticle = {
  title: '房屋漏水由谁维修',
  question: '楼上漏水，找物业还是找开发商？',
  answer:
    '保修期内（防水五年）找开发商；过了保修期，公共部位用维修资金，自用部位由漏水的一户负责。\n双方说不清的，可由社区调解，或委托鉴定。',
  sources: ['《建设工程质量管理条例》', '住宅专项维修资金管理办法'],
  categoryId: 'housing.quality',
  ownerUnitId: 'zhujian',
  validDays: 365,
};
