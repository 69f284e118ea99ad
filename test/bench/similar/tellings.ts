/** A repeatable draw: the same seed tells the same requests. */
export function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const FIRST = Array.from('桃桂梅荷柳松竹菊兰杏枫杨槐榆棠茶金银玉翠碧丹紫红青白长永新安福寿康泰和平龙凤华丰');
const SECOND = Array.from('园湖苑庭山河溪塘桥浦岸港洲岛林泉景城源江海岭坡川谷台阁轩居府');
const SORTS = ['小区', '花园', '新村', '路', '镇', '村', '街道', '公寓', '广场', '菜场'];
const TROUBLES = [
  ['停水', '没有水', '水压很低', '自来水断了'],
  ['停电', '没有电', '电压不稳', '经常跳闸'],
  ['下水道堵塞', '污水外溢', '窨井冒水', '管道不通'],
  ['路灯不亮', '路灯坏了', '晚上没有灯', '路灯损坏'],
  ['夜间施工噪音', '工地半夜施工', '打桩声扰民', '机器声很吵'],
  ['垃圾无人清运', '垃圾成堆', '垃圾桶满了', '卫生很差'],
  ['井盖破损', '井盖丢失', '井盖松动', '井盖响声大'],
  ['拖欠工资', '不发工资', '工资拖了半年', '老板欠薪'],
  ['违章搭建', '乱搭乱建', '搭了阳光房', '占用公共绿地'],
  ['油烟扰民', '饭店油烟', '烧烤摊冒烟', '油烟直排'],
  ['电梯停运', '电梯故障', '电梯困人', '电梯三天两头坏'],
  ['河道发臭', '河水发黑', '河里漂死鱼', '排污水进河'],
  ['公交不到站', '公交车甩站', '等不到公交车', '公交班次太少'],
  ['燃气泄漏', '有煤气味', '燃气管漏气', '闻到燃气味'],
  ['物业收费高', '物业乱收费', '物业费不合理', '停车费太贵'],
  ['医保报销', '医保卡不能用', '医药费报销比例', '异地就医结算'],
] as const;
const BEGINNINGS = ['从昨天开始', '已经三天了', '上个月起', '今天早上', '一直以来', '近一周', '前天夜里', '下雨以后'];
const DETAILS = [
  '找过物业没有人管', '打了几次电话没人来', '老人小孩都受影响', '邻居也都有意见', '影响正常生活', '存在安全隐患',
  '夜里睡不着觉', '孩子要高考', '家里有病人', '商铺没法营业', '车辆无法通行', '已经有人摔倒', '味道很大',
] as const; // prettier-ignore

/** A made-up request. Of one thing in one place there are many tellings. */
export interface Telling {
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly trouble: number;
}

const oneOf = <Item>(items: readonly Item[], draw: (below: number) => number): Item => {
  const item = items[draw(items.length)];
  if (item === undefined) throw new Error('there is nothing to draw from');
  return item;
};

/** A request as somebody tells it: one of sixteen troubles at one of some eleven thousand places. */
export function tell(draw: (below: number) => number): Telling {
  const place = `${oneOf(FIRST, draw)}${oneOf(SECOND, draw)}${oneOf(SORTS, draw)}`;
  return tellOf({ place, trouble: draw(TROUBLES.length) }, draw);
}

/** Another caller about the same thing in the same place. */
export function tellOf(
  { place, trouble }: Pick<Telling, 'place' | 'trouble'>,
  draw: (below: number) => number,
): Telling {
  const said = oneOf(TROUBLES[trouble] ?? [], draw);
  const where = draw(3) === 0 ? `${place}${1 + draw(40)}号楼` : place;
  const text = `${where}${oneOf(BEGINNINGS, draw)}${said}，${oneOf(DETAILS, draw)}，${oneOf(DETAILS, draw)}，请尽快处理。`;
  return { title: `${where}${said}`, text, place: where, trouble };
}
