import type { Portfolio } from './deputy-mayors.ts';

/** A handling unit as it is sown: its two people get the log-ins `ID` (handler) and `ID-head`. */
export interface SeedUnit {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** 网络成员单位; any other is reached by fax and phone and has no mail box here. */
  readonly member: boolean;
  readonly portfolio: Portfolio;
  readonly head: string;
  readonly handler: string;
  /** Fictitious, as every number here. */
  readonly phone: string;
  readonly fax: string;
}

type Row = readonly [id: string, name: string, nameEn: string, portfolio: Portfolio, head: string, handler: string];

const MEMBERS: readonly Row[] = [
  ['chengguan', '市城市管理局', 'Urban Management Bureau', 'construction', '丁立衡', '梅小竹'],
  ['zhujian', '市住房和城乡建设局', 'Housing and Construction Bureau', 'construction', '葛承宇', '柳一帆'],
  ['ziran', '市自然资源和规划局', 'Natural Resources and Planning Bureau', 'construction', '方定图', '白如珪'],
  ['jiaotong', '市交通运输局', 'Transport Bureau', 'construction', '路远山', '程归舟'],
  ['shuiwu', '市水务集团', 'Water Group', 'construction', '江澄之', '池小满'],
  ['gongdian', '市供电公司', 'Power Supply Company', 'construction', '雷光祖', '电晓风'],
  ['renshe', '市人力资源和社会保障局', 'Human Resources and Social Security Bureau', 'executive', '任怀德', '谷雨晴'],
  ['yibao', '市医疗保障局', 'Medical Insurance Bureau', 'executive', '安伯仁', '杏春林'],
  ['guozi', '市政府国有资产监督管理办公室', 'State Assets Office', 'executive', '金守正', '钱知微'],
  ['xinfang', '市信访局', 'Petitions Bureau', 'executive', '纪听松', '言必复'],
  ['weijian', '市卫生健康委员会', 'Health Commission', 'society', '华济民', '苓小安'],
  ['jiaoyu', '市教育局', 'Education Bureau', 'society', '文启蒙', '童言之'],
  ['shichang', '市市场监督管理局', 'Market Supervision Bureau', 'society', '商衡平', '尺寸明'],
  ['minzheng', '市民政局', 'Civil Affairs Bureau', 'society', '慈念恩', '温如故'],
  ['wenlv', '市文化广电和旅游局', 'Culture, Broadcasting and Tourism Bureau', 'society', '季弦歌', '游千里'],
  ['gongan', '市公安局', 'Public Security Bureau', 'safety', '盾长安', '卫小勤'],
  ['huanjing', '市生态环境局', 'Ecology and Environment Bureau', 'safety', '蓝清源', '青一鹤'],
  ['nongye', '市农业农村局', 'Agriculture and Rural Affairs Bureau', 'safety', '田秋实', '禾苗苗'],
  ['shuili', '市水利局', 'Water Resources Bureau', 'safety', '渠成海', '汪小渡'],
  ['kaifaqu', '经济技术开发区管理委员会', 'Development Zone Committee', 'safety', '兴百川', '厉行之'],
  ['rucheng', '雉水街道办事处', 'Zhishui Subdistrict', 'safety', '里仁厚', '巷小宁'],
  ['taoyuan', '桃源镇人民政府', 'Taoyuan Town', 'safety', '桃春山', '园一叶'],
  ['yuanqiao', '远桥镇人民政府', 'Yuanqiao Town', 'safety', '桥远志', '梁跃溪'],
  ['chaiwan', '柴港镇人民政府', 'Chaigang Town', 'safety', '柴守拙', '港小帆'],
];

const OTHERS: readonly Row[] = [
  ['ranqi', '市天然气公司', 'Gas Company', 'construction', '焰长明', '火小宣'],
  ['liushou', '改制企业留守处', 'Office of the Restructured Enterprises', 'executive', '留念远', '守小拙'],
  ['wangluo', '广电网络分公司', 'Cable Network Branch', 'society', '线万里', '讯小达'],
  ['youzheng', '邮政分公司', 'Postal Branch', 'safety', '鸿雁来', '函小至'],
];

const phoneOf = (order: number, line: number): string => `0513-8700${String(order * 10 + line).padStart(4, '0')}`;

const asUnit =
  (member: boolean, from: number) =>
  ([id, name, nameEn, portfolio, head, handler]: Row, index: number): SeedUnit => ({
    id,
    name,
    nameEn,
    member,
    portfolio,
    head,
    handler,
    phone: phoneOf(from + index, 0),
    fax: phoneOf(from + index, 9),
  });

/** The handling units (承办单位) of the city: its bureaus, companies, zone and towns. */
export const UNITS: readonly SeedUnit[] = [
  ...MEMBERS.map(asUnit(true, 1)),
  ...OTHERS.map(asUnit(false, MEMBERS.length + 1)),
];
