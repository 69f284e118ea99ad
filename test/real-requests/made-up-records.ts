/** What is asked, in our own words. */
const ASKED = [
  ['小区停水三天', '桃园小区已停水三天，请尽快恢复供水。'],
  ['咨询医保报销比例', '请问异地就医报销比例是多少？'],
  ['建议增加公交班次', '早高峰公交班次太少，建议增加。'],
  ['投诉工地夜间施工', '工地夜里两点还在打桩，噪音扰民。'],
  ['路灯不亮', '文昌路东段路灯“一直”不亮, 出行不便。'],
  ['学校门口乱停车', '放学时学校门口乱停车，孩子过马路危险。'],
] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How long after the asking the reply came: at once, about a term, and so late that everything is tried. */
const REPLIED_AFTER = [2 * HOUR, DAY, 3 * DAY, 7 * DAY, 9 * DAY + HOUR, 12 * DAY, 16 * DAY, 52 * DAY] as const;
/** In the desk's hours, at noon, in the evening, on a Saturday, before the Spring Festival and on a day made up for it. */
const ASKED_AT = [
  '2019-01-25 10:00',
  '2019-01-26 12:30',
  '2019-01-28 08:29',
  '2019-01-30 17:31',
  '2019-02-02 11:15',
  '2019-02-03 23:59',
];

/** A file of records like those that cities publish, made up, the same every time. */
export function madeUpRecords(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [title, text] = ASKED[index % ASKED.length] ?? ASKED[0];
    const begun = Date.parse(`${ASKED_AT[index % ASKED_AT.length]?.replace(' ', 'T')}:00+08:00`);
    const asked = begun + Math.floor(index / ASKED_AT.length) * 37 * MINUTE;
    const replied = asked + (REPLIED_AFTER[(index * 5) % REPLIED_AFTER.length] ?? DAY) + index * 1_003;
    return [
      String(index + 1),
      title,
      `"${text.replaceAll('"', '""')}"`,
      written(asked),
      '已答复',
      written(replied),
    ].join(',');
  });
  return `${['id,title,text,asked_at,reply,replied_at', ...rows].join('\r\n')}\r\n`;
}

function written(at: number): string {
  return `${new Date(at + 8 * HOUR).toISOString().slice(0, 19)}+08:00`;
}
