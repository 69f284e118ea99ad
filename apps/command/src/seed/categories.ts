/** A category as it is sown: `id` is its path, `parentId` the path of the level above. */
export interface SeedCategory {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly parentId: string | null;
  readonly level: number;
}

interface Branch {
  readonly [key: string]: readonly [name: string, nameEn: string, below?: Branch];
}

const TREE: Branch = {
  urban: [
    '城市管理',
    'City management',
    {
      drainage: [
        '排水与窨井',
        'Drains and manholes',
        {
          blocked: ['下水道堵塞', 'Blocked sewer'],
          manhole: ['井盖缺失破损', 'Missing or broken manhole cover'],
          flooding: ['道路积水', 'Flooded street'],
        },
      ],
      cleaning: ['环境卫生', 'Street cleaning and waste'],
      stalls: ['占道经营', 'Street stalls'],
      lamps: ['路灯照明', 'Street lamps'],
      greenery: ['园林绿化', 'Parks and greenery'],
    },
  ],
  housing: [
    '住房与建设',
    'Housing and construction',
    {
      dormitory: ['老旧宿舍与小区', 'Old dormitories and estates'],
      property: ['物业服务', 'Property management'],
      quality: ['房屋质量', 'Building quality'],
      site: ['工地管理', 'Building sites'],
      illegal: ['违章搭建', 'Illegal structures'],
    },
  ],
  utilities: [
    '水电气与通信',
    'Utilities',
    {
      water: ['供水', 'Water supply'],
      power: [
        '供电',
        'Power supply',
        {
          outage: ['停电与抢修', 'Outages and repairs'],
          equipment: ['变压器与线路', 'Transformers and lines'],
        },
      ],
      gas: ['燃气', 'Gas'],
      network: ['有线与宽带', 'Cable and broadband'],
    },
  ],
  traffic: [
    '交通出行',
    'Traffic',
    {
      road: ['道路破损', 'Damaged road'],
      bus: ['公交线路', 'Buses'],
      parking: ['停车秩序', 'Parking'],
      signal: ['信号灯与标线', 'Signals and markings'],
    },
  ],
  labour: [
    '劳动与社会保障',
    'Labour and social security',
    {
      wages: ['拖欠工资', 'Unpaid wages'],
      pension: ['养老保险', 'Pensions'],
      medical: [
        '医疗保险',
        'Medical insurance',
        {
          retired: ['改制企业退休职工医保', 'Retired workers of restructured enterprises'],
          reimbursement: ['报销与异地就医', 'Reimbursement and treatment elsewhere'],
        },
      ],
      employment: ['就业与培训', 'Employment and training'],
    },
  ],
  society: [
    '教科文卫与民政',
    'Education, health, culture, civil affairs',
    {
      school: ['入学与校园', 'Schools'],
      health: ['看病就医', 'Health care'],
      culture: ['文化体育设施', 'Culture and sport'],
      elderly: ['养老服务', 'Care for the elderly'],
      relief: ['救助与低保', 'Relief'],
    },
  ],
  market: [
    '市场与消费',
    'Markets and consumers',
    {
      food: ['食品安全', 'Food safety'],
      dispute: ['消费纠纷', 'Consumer disputes'],
      price: ['价格与收费', 'Prices and fees'],
    },
  ],
  environment: [
    '生态环境',
    'Environment',
    {
      noise: ['噪声扰民', 'Noise'],
      air: ['油烟与废气', 'Fumes'],
      water: ['河道水质', 'Rivers'],
    },
  ],
  countryside: [
    '三农',
    'Countryside',
    {
      land: ['土地承包', 'Land contracts'],
      village: ['村务与道路', 'Village affairs and roads'],
      irrigation: ['农田水利', 'Irrigation'],
    },
  ],
  safety: [
    '治安与安全',
    'Public safety',
    {
      dispute: ['邻里纠纷', 'Disputes between neighbours'],
      fire: ['消防隐患', 'Fire hazards'],
      lock: ['开锁与求助', 'Locks and help'],
    },
  ],
  government: [
    '政务服务',
    'Government services',
    {
      conduct: ['服务态度与作风', 'Conduct of staff'],
      procedure: ['办事咨询', 'How to apply'],
    },
  ],
  other: ['其他', 'Other', { unsorted: ['待分类', 'Not yet sorted'] }],
};

function flatten(branch: Branch, parentId: string | null, level: number): SeedCategory[] {
  return Object.entries(branch).flatMap(([key, [name, nameEn, below]]) => {
    const id = parentId ? `${parentId}.${key}` : key;
    return [{ id, name, nameEn, parentId, level }, ...(below ? flatten(below, id, level + 1) : [])];
  });
}

/** The category tree, parents before their children; at most three levels. */
export const CATEGORIES: readonly SeedCategory[] = flatten(TREE, null, 1);

/** Where an imported request goes when nobody said where it belongs. */
export const UNSORTED_CATEGORY = 'other.unsorted';
