import { DEMANDS, type Course, type SampleCall, type UnitCourse } from './sample-call.ts';

const waiting: Course = { kind: 'waiting' };
const answered = (text: string, article?: string): Course => ({
  kind: 'answered',
  text,
  ...(article ? { article } : {}),
});
const assigned = (...units: UnitCourse[]): Extract<Course, { kind: 'assigned' }> => ({
  kind: 'assigned',
  ...DEMANDS,
  units,
});

type Call = Omit<SampleCall, 'callerName' | 'callerPhone' | 'urgency'> & Partial<Pick<SampleCall, 'urgency'>>;

const CALLS: readonly Call[] = [
  {
    title: '外地就医回来怎样报销',
    text: '我父亲在省城儿子家住着，上个月在那边住了院，没有提前备案。现在回来了，想问医药费还能不能报，要带哪些材料。',
    kind: 'consultation',
    categoryId: 'labour.medical.reimbursement',
    place: '桃源镇',
    course: answered(
      '可以补办备案后申请零星报销，比例按未备案的标准计算。请带住院发票、费用清单、出院记录、医保卡和银行卡，到镇便民服务中心医保窗口办理。',
      '外地就医怎样备案、怎样报销',
    ),
  },
  {
    title: '询问老年公交卡年审地点',
    text: '母亲的老年公交卡刷不出来了，司机说要年审，请问在哪里办，要不要本人去。',
    kind: 'consultation',
    categoryId: 'traffic.bus',
    place: '雉水街道',
    course: answered(
      '年审可在公交总站服务窗口办理，带老人身份证和公交卡，由家人代办即可；已同时将窗口电话告知来电人。',
      '老年公交卡的办理和年审',
    ),
  },
  {
    title: '城南学区划分咨询',
    text: '我家今年买的房子在城南新村，孩子明年上小学，想知道属于哪个学校的施教区，什么时候报名。',
    kind: 'consultation',
    categoryId: 'society.school',
    place: '雉水街道城南新村',
    course: answered(
      '明年的施教区由教育局在五月公布，报名在六月。已告知教育局基础教育科电话和公布的网页。',
      '小学施教区和报名时间',
    ),
  },
  {
    title: '要求改判交通事故赔偿',
    text: '我的交通事故案子法院已经判了，我觉得赔得太少，请市长公开电话帮我改过来。',
    kind: 'complaint',
    categoryId: 'safety.dispute',
    place: '雉水街道',
    course: {
      kind: 'declined',
      reason: 'litigation',
      text: '此事已经法院判决，不属于公开电话受理范围。已告知来电人可在上诉期内向上一级法院提出上诉，并提供法律援助电话。',
    },
  },
  {
    title: '人民路与学府路路口窨井盖缺失',
    text: '人民路学府路口东北角的慢车道上少了一只窨井盖，有人插了根树枝，晚上看不清，很危险，请马上派人来。',
    kind: 'help',
    urgency: 'emergency',
    categoryId: 'urban.drainage.manhole',
    place: '人民路与学府路路口',
    course: assigned({
      unitId: 'chengguan',
      role: 'lead',
      acknowledged: true,
      interim: '抢修人员已到场设置围挡，新井盖正在调运。',
    }),
  },
  {
    title: '夜市烧烤油烟直吹居民楼',
    text: '楼下烧烤店每天营业到凌晨两点，油烟管道对着我们三楼的窗户，衣服不能晒，窗子不能开，说过几次都没有用。',
    kind: 'complaint',
    categoryId: 'environment.air',
    place: '雉水街道文峰里',
    course: assigned(
      { unitId: 'huanjing', role: 'lead', acknowledged: true },
      { unitId: 'chengguan', role: 'co', acknowledged: true },
    ),
  },
  {
    title: '工地夜间施工，孩子无法休息',
    text: '小区北面的工地连续四个晚上浇混凝土到天亮，孩子下个月中考，请管一管，至少夜里十点以后停下来。',
    kind: 'complaint',
    categoryId: 'environment.noise',
    place: '雉水街道北园小区',
    course: assigned({
      unitId: 'zhujian',
      role: 'lead',
      acknowledged: true,
      feedback: {
        outcome: 'solved',
        text: '已责令施工单位停止夜间施工，混凝土浇筑改在白天，项目部已向小区张贴致歉和施工时间，并当面答复来电人。',
      },
    }),
  },
  {
    title: '装修公司收钱后失联',
    text: '交了三万定金给一家装修公司，只砸了两面墙就没有人来了，门店也关了，合同和收据我都有，请帮忙追一追。',
    kind: 'help',
    categoryId: 'market.dispute',
    place: '远桥镇',
    course: assigned({ unitId: 'shichang', role: 'lead' }),
  },
  {
    title: '建筑工地拖欠二十多名工人工资',
    text: '我们二十六个人在开发区一个厂房工地做了四个月，老板说工程款没到，过年前一分钱没有结，大家等着回家。',
    kind: 'complaint',
    urgency: 'urgent',
    categoryId: 'labour.wages',
    place: '经济技术开发区',
    course: assigned(
      {
        unitId: 'renshe',
        role: 'lead',
        acknowledged: true,
        interim: '已约谈总包单位，工资表核对完毕，总包承诺先行垫付。',
      },
      { unitId: 'zhujian', role: 'co', acknowledged: true },
    ),
  },
  {
    title: '村道断头，校车绕行五公里',
    text: '村里到镇上的水泥路差六十米没有接上，雨天全是烂泥，校车不肯进来，孩子每天要多绕五公里。',
    kind: 'help',
    categoryId: 'countryside.village',
    place: '柴港镇',
    course: {
      ...assigned({
        unitId: 'chaiwan',
        role: 'lead',
        acknowledged: true,
        feedback: {
          outcome: 'solved',
          text: '断头路段已列入本季农路计划并铺通，校车自本周起进村，已由村干部上门告知家长。',
        },
      }),
      accepted: true,
    },
  },
  {
    title: '自来水发黄有异味',
    text: '这两天早上放出来的自来水是黄的，还有一股铁锈味，放十分钟才清，整幢楼都这样。',
    kind: 'help',
    urgency: 'urgent',
    categoryId: 'utilities.water',
    place: '雉水街道东皋苑',
    course: {
      ...assigned({
        unitId: 'shuiwu',
        role: 'lead',
        acknowledged: true,
        feedback: {
          outcome: 'solved',
          text: '系二次供水水箱清洗后管道沉积所致，已排空冲洗并化验合格，检验单已贴在楼道，来电人确认水质正常。',
        },
      }),
      accepted: true,
      callback: { satisfaction: 'satisfied', solved: true, text: '水已经清了，师傅上门看过，很满意。' },
    },
  },
  {
    title: '建议在人民公园增设直饮水点',
    text: '公园里早晚锻炼的人很多，建议装几个直饮水龙头，老年人就不用自己背水了。',
    kind: 'suggestion',
    categoryId: 'urban.greenery',
    place: '人民公园',
    course: assigned({ unitId: 'chengguan', role: 'lead', acknowledged: true }),
  },
  {
    title: '举报小作坊使用工业盐腌菜',
    text: '镇西头有家腌菜的作坊，没有招牌，夜里拉进去的是工业盐的袋子，做好的菜送到农贸市场卖。',
    kind: 'violation-report',
    categoryId: 'market.food',
    place: '远桥镇西',
    course: assigned({ unitId: 'shichang', role: 'lead', acknowledged: true }),
  },
  {
    title: '小区天然气经常停气',
    text: '这个月停了三次气，每次都是做晚饭的时候，事先没有通知，打公司电话一直占线。',
    kind: 'complaint',
    categoryId: 'utilities.gas',
    place: '雉水街道金盛花园',
    course: assigned({ unitId: 'ranqi', role: 'lead' }),
  },
  {
    title: '表扬桃源镇便民窗口',
    text: '我腿脚不便，窗口的同志上门帮我办了残疾补贴，来回跑了两趟，一口水都没有喝，请替我谢谢他们。',
    kind: 'praise',
    categoryId: 'government.conduct',
    place: '桃源镇',
    course: answered('已向桃源镇转达，并将来电内容记入本月优秀典型案例素材。'),
  },
  {
    title: '楼上漏水两家争执不下',
    text: '楼上卫生间漏水，把我家的房顶泡坏了，他说是公共管道的事不肯修，我们已经吵过两次，请来人看看怎么办。',
    kind: 'help',
    categoryId: 'safety.dispute',
    place: '雉水街道广福里',
    course: waiting,
  },
  {
    title: '路灯整条街不亮',
    text: '光明路从菜场到小学这一段路灯坏了一个星期，下晚自习的孩子摸黑走路，家长都很担心。',
    kind: 'help',
    categoryId: 'urban.lamps',
    place: '光明路',
    course: waiting,
  },
];

/** Calls of an ordinary day, each come to another point of its way. */
export const EVERYDAY_CALLS: readonly SampleCall[] = CALLS.map((call, index) => ({
  urgency: 'ordinary',
  ...call,
  callerName: `来电人${index + 1}`,
  callerPhone: `1390000${String(201 + index).padStart(4, '0')}`,
}));
