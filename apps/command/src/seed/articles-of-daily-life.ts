import type { SampleArticle } from './sample-article.ts';

/** Water, power, roads, noise: what most calls ask. */
export const ARTICLES_OF_DAILY_LIFE: readonly SampleArticle[] = [
  {
    title: '停水了怎么办，什么时候来水',
    question: '家里突然没有水，是停水了吗？什么时候恢复？',
    answer:
      '先请来电人看一看邻居是否也没有水。\n只有一户没有水：多为户内阀门或欠费，可拨水务集团客服核对户号。\n一片没有水：查看今日看板；看板上没有的，属突发停水，立即报水务集团抢修，并登记地点和范围。\n恢复供水后，请先开水龙头放一会儿，水清后再用。',
    sources: ['市水务集团供水服务承诺（2026年版）第三、五条'],
    categoryId: 'utilities.water',
    ownerUnitId: 'shuiwu',
    validDays: 400,
  },
  {
    title: '居民生活用水怎样计价',
    question: '我家水费怎么算？什么是阶梯水价？',
    answer:
      '居民生活用水按年用水量分三级计价，以户为单位，每年一月起重新累计。\n户籍人口五人及以上的，可凭户口簿到水务集团营业厅申请增加各级水量。\n低保、特困家庭每月有减免水量，由民政部门提供名单，不用个人申请。',
    sources: ['市城区居民阶梯水价实施办法', '市水务集团收费公示'],
    categoryId: 'utilities.water',
    ownerUnitId: 'shuiwu',
    validDays: 37,
  },
  {
    title: '停电报修与计划停电查询',
    question: '停电了，是检修还是故障？欠费了怎么恢复？',
    answer:
      '先看今日看板上的计划停电。计划内的，把时间、范围告知来电人。\n不在计划内的，请来电人看自家空气开关是否跳闸；一户停电多为户内故障或欠费，补缴后一般两小时内恢复。\n多户停电或看见电线落地的，请来电人远离现场，立即转供电公司抢修，并登记。',
    sources: ['市供电公司供电服务承诺'],
    categoryId: 'utilities.power.outage',
    ownerUnitId: 'gongdian',
    validDays: 300,
  },
  {
    title: '闻到燃气味怎样处置',
    question: '厨房有煤气味，怎么办？',
    answer:
      '请来电人立即：关总阀，开门窗，不开关任何电器，不点火，到室外再打电话。\n登记地址后马上转燃气公司抢修；味道很浓、有人头晕的，同时转119、120。\n此类来电按紧急处理，三十分钟后回问。',
    sources: ['燃气事故应急处置卡'],
    categoryId: 'utilities.gas',
    ownerUnitId: 'ranqi',
  },
  {
    title: '下水道堵塞由谁疏通',
    question: '小区下水道堵了，污水往外冒，该找谁？',
    answer:
      '小区红线以内：有物业的由物业疏通；没有物业的老旧宿舍由产权单位或社区牵头。\n红线以外的市政管道：由城市管理局养护队疏通，污水外溢到路面的四小时内到场。\n说不清在哪一侧的，交办城市管理局先到现场，不得让来电人自己去分辨。',
    sources: ['城区排水设施养护分工表', '《城镇排水与污水处理条例》'],
    categoryId: 'urban.drainage.blocked',
    ownerUnitId: 'chengguan',
    validDays: 365,
  },
  {
    title: '井盖缺失、破损的应急处理',
    question: '路上井盖没有了，很危险。',
    answer:
      '问清路名、方位和最近的门牌，请来电人不要自行下去。\n按紧急工单交办城市管理局：三十分钟内设置围挡，再查明权属（供水、排水、通信、电力）通知产权单位更换。\n高速、国省道上的转交通运输局。',
    sources: ['市政井盖管理责任清单'],
    categoryId: 'urban.drainage.manhole',
    ownerUnitId: 'chengguan',
    validDays: 365,
  },
  {
    title: '工地夜间施工噪声',
    question: '工地半夜还在施工，能不能管？',
    answer:
      '晚上十点到早上六点，居民区附近一般不得施工。因抢修、混凝土连续浇筑等必须施工的，应有证明并提前张贴公告。\n先问清工地名称、噪声种类、有没有公告，再交办城市管理局现场查处；中考、高考期间由生态环境局牵头联合巡查。',
    sources: ['《中华人民共和国噪声污染防治法》', '市区夜间施工管理规定'],
    categoryId: 'environment.noise',
    ownerUnitId: 'chengguan',
    validDays: 240,
  },
  {
    title: '路灯不亮怎样报修',
    question: '小区门口的路灯好几天不亮了。',
    answer:
      '记下灯杆编号（杆身一米五处的标牌）或最近的门牌。\n市政道路的路灯由城市管理局路灯所维修，一般两个工作日内修复；小区内部道路的由物业维修。',
    sources: ['城区照明设施维护办法'],
    categoryId: 'urban.lamps',
    ownerUnitId: 'chengguan',
    validDays: 365,
  },
];
