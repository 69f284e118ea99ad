import { CHANNELS } from '@hotline/contracts-http';

/** Words that cases are told with: so many titles that a search must look, so few that it finds. */
export const PLACES = [
  '桃园小区', '万寿路', '如城街道', '长江镇', '搬经镇', '九华镇', '白蒲镇', '丁堰镇', '东陈镇', '下原镇', '吴窑镇', '江安镇',
  '石庄镇', '磨头镇', '城北街道', '城南街道', '益寿北路', '海阳南路', '福寿东路', '中山西路', '水绘园', '龙游湖', '宁海路',
  '解放路菜场', '如皋港', '盛世家园', '碧桂园', '绿城花园', '金水湾', '文峰广场',
] as const; // prettier-ignore

export const TROUBLES = [
  '停水两天', '下水道堵塞', '路灯不亮', '夜间施工噪音扰民', '垃圾无人清运', '井盖破损', '公交车不按时到站', '拖欠工资',
  '医保报销比例咨询', '养老金没有到账', '供电电压不稳', '燃气管道漏气', '物业收费不合理', '电梯经常停运', '违章搭建',
  '占道经营', '道路积水', '油烟扰民', '学校收费咨询', '户口迁移如何办理', '宽带故障', '墙面渗水', '房产证迟迟不办',
  '河道污染', '养殖场臭味', '乱停车', '健身器材损坏', '树枝遮挡路灯', '自来水发黄', '供暖不热', '退费难', '发票问题',
  '犬只扰民', '快递丢失', '绿化带被毁', '红绿灯故障', '公租房申请', '低保申请', '残疾证办理', '出租车拒载',
] as const; // prettier-ignore

export const WISHES = [
  '请尽快处理',
  '请有关部门核实并答复',
  '希望给一个说法',
  '多次反映未解决',
  '请派人到现场查看',
] as const;

const NAMES = Array.from(
  '春夏秋冬东南西北山水云月松竹梅兰金玉石泉安宁平和福寿康乐新旧大小上下长远高深清明红黄青白龙凤虎鹤',
);

/** Another place for each number, of some hundred thousand. */
function placeOf(index: number): string {
  const at = (step: number): string => NAMES[Math.floor((index * step) / 7) % NAMES.length] ?? '';
  return `${at(1)}${at(11)}${at(131)}村${1 + (index % 89)}组`;
}

/** What a citizen brings by phone: each call from elsewhere, about another thing, so that no two are taken for one incident. */
export function callOf(index: number, categories: readonly string[]) {
  const [place, trouble] = [placeOf(index), TROUBLES[(index * 7) % TROUBLES.length] ?? ''];
  return {
    channel: CHANNELS[0],
    title: `${place}${trouble}`,
    text: `市民来电反映：${place}${trouble}，${WISHES[index % WISHES.length]}。`,
    kind: 'help' as const,
    urgency: 'ordinary' as const,
    categoryId: categories[(index * 5) % categories.length] ?? '',
    callerName: '王女士',
    callerPhone: `139${String((index * 7_919) % 100_000_000).padStart(8, '0')}`,
    place,
  };
}
