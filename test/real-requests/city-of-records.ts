import { CategoryEntity, HolidayEntity, UnitEntity, UserEntity } from '@hotline/persistence';
import { publicHolidays } from '@hotline/calendar';
import type { UseCaseContext } from '@hotline/application';
import type { SmallCity } from '../integration/small-city.ts';
import type { MovedYears, RecordedRequest } from './recorded-requests.ts';

/** What the operator goes by where he knows better than the machine: the words of the request. */
const MATTERS: readonly { readonly id: string; readonly name: string; readonly words: RegExp }[] = [
  { id: 'education', name: '教育', words: /学校|教育|老师|教师|幼儿园|学生|补课|小学|中学/ },
  { id: 'labour', name: '劳动社保', words: /工资|社保|医保|就业|劳动|养老|公积金/ },
  { id: 'traffic', name: '交通', words: /公交|地铁|道路|停车|交通|红绿灯|公路|车站|出租/ },
  { id: 'environment', name: '环境', words: /噪音|污染|垃圾|扰民|油烟|臭|环保|粉尘/ },
  { id: 'housing', name: '住房', words: /物业|小区|房|业主|拆迁|楼盘|开发商/ },
  { id: 'market', name: '市场', words: /消费|退款|价格|收费|传销|店|市场/ },
];
const OTHER = 'other';

/** A unit for each matter, with one handler, and one more for what is none of these. */
export async function sowUnitsOfMatters({ orm }: SmallCity): Promise<void> {
  const matters = [...MATTERS, { id: OTHER, name: '其他' }];
  await orm.em.fork().transactional(async (em) => {
    await em.insertMany(
      UnitEntity,
      matters.map(({ id, name }) => ({
        id: unitOf(id),
        name: `${name}部门`,
        member: true,
        deputyMayorId: 'deputy',
        mail: `${unitOf(id)}@city.example`,
        phone: '0513-87650000',
        fax: '0513-87650001',
        active: true,
      })),
    );
    await em.insertMany(
      UserEntity,
      matters.flatMap(({ id }) => peopleOf(id)),
    );
    await em.insertMany(
      CategoryEntity,
      matters.map(({ id, name }) => ({ id, name, level: 1 })),
    );
  });
}

function peopleOf(matter: string) {
  return (['handler', 'head'] as const).map((rank) => ({
    id: `${unitOf(matter)}-${rank}`,
    username: `${unitOf(matter)}-${rank}`,
    name: `${unitOf(matter)}-${rank}`,
    role: `unit-${rank}` as const,
    unitId: unitOf(matter),
    shiftLeader: false,
    mail: `${unitOf(matter)}-${rank}@city.example`,
    // Nobody logs in.
    passwordHash: '-',
    active: true,
  }));
}

export function unitOf(matter: string): string {
  return `unit-${matter}`;
}

export function asHandler(city: SmallCity, unitId: string): UseCaseContext {
  return { ...city.as('operator'), actor: { userId: `${unitId}-handler`, role: 'unit-handler', unitId } };
}

/** The matter as the operator sees it; what he does not recognise is as the machine suggests. */
export function matterOf({ title, text }: RecordedRequest, suggested: string | undefined): string {
  const known = MATTERS.find(({ words }) => words.test(title)) ?? MATTERS.find(({ words }) => words.test(text));
  return known?.id ?? suggested ?? OTHER;
}

/** The holidays of the recorded years, as many years later. */
export async function moveHolidays({ orm }: SmallCity, years: MovedYears): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.nativeDelete(HolidayEntity, {});
    await em.insertMany(HolidayEntity, years.holidays(publicHolidays()));
  });
}
