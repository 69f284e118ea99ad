import type { Role, Room } from '@hotline/domain';
import { DEPUTY_MAYORS, MAYOR, type SeedMayor } from './deputy-mayors.ts';
import { UNITS } from './units.ts';

/** A person with a log-in, as he is sown; his user id is his user name. */
export interface SeedPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly room: Room | null;
  readonly shiftLeader: boolean;
  readonly mail: string | null;
  readonly phone: string | null;
  /** What he is, as the table of log-ins says it. */
  readonly who: string;
  readonly whoEn: string;
}

/** One password for everybody in the sown city; it is for demonstrations and printed at every start. */
export const DEMO_PASSWORD = 'youshi-12345';

type Row = readonly [
  username: string,
  name: string,
  role: Role,
  room: Room | null,
  who: string,
  whoEn: string,
  shiftLeader?: boolean,
];

const CENTER: readonly Row[] = [
  ['director', '程立言', 'director', null, '受理中心主任', 'director of the center'],
  [
    'supervisor1',
    '宋鉴明',
    'supervisor',
    'supervision',
    '受理中心副主任、督查室负责人',
    'supervisor, head of the supervision room',
  ],
  ['supervisor2', '许问渠', 'supervisor', 'intake', '受理中心副主任（交办）', 'supervisor'],
  [
    'supervisor3',
    '邵守诺',
    'supervisor',
    'general',
    '受理中心副主任、综合室负责人',
    'supervisor, head of the general room',
  ],
  [
    'leader1',
    '林晚照',
    'shift-leader',
    'intake',
    '受理室主任、早班班长',
    'head of the intake room, shift leader, early',
    true,
  ],
  ['leader2', '秦夜阑', 'shift-leader', 'intake', '晚班班长', 'shift leader, late', true],
  ['operator1', '叶初晨', 'operator', 'intake', '话务员', 'operator'],
  ['operator2', '顾听澜', 'operator', 'intake', '话务员', 'operator'],
  ['operator3', '罗应声', 'operator', 'intake', '话务员', 'operator'],
  ['dispatcher1', '江定向', 'dispatcher', 'intake', '派单员', 'dispatcher'],
  ['checker1', '沈校真', 'quality-checker', 'supervision', '质检员', 'quality checker'],
  ['admin', '石维新', 'administrator', 'general', '系统管理员', 'administrator'],
  [
    'telephone',
    '电话系统',
    'telephone-system',
    null,
    '电话系统（只送来电记录）',
    'telephone system, brings calls alone',
  ],
];

const center = CENTER.map(([username, name, role, room, who, whoEn, shiftLeader = false], index): SeedPerson => ({
  username,
  name,
  role,
  unitId: null,
  room,
  shiftLeader,
  mail: role === 'telephone-system' ? null : `${username}@center.rugao.example`,
  phone: role === 'telephone-system' ? null : `0513-8712${String(345 + index).padStart(4, '0')}`,
  who,
  whoEn,
}));

const mayorAs = (role: 'mayor' | 'deputy-mayor', { id, name, mail, who, whoEn }: SeedMayor): SeedPerson => ({
  username: id,
  name,
  role,
  unitId: null,
  room: null,
  shiftLeader: false,
  mail,
  phone: null,
  who,
  whoEn,
});

const units = UNITS.flatMap(({ id, name, nameEn, member, head, handler, phone }): SeedPerson[] => {
  const common = { unitId: id, room: null, shiftLeader: false, phone };
  const mailOf = (username: string): string | null => (member ? `${username}@units.rugao.example` : null);
  return [
    {
      ...common,
      username: id,
      name: handler,
      role: 'unit-handler',
      mail: mailOf(id),
      who: `${name}承办人`,
      whoEn: `handler, ${nameEn}`,
    },
    {
      ...common,
      username: `${id}-head`,
      name: head,
      role: 'unit-head',
      mail: mailOf(`${id}-head`),
      who: `${name}负责人`,
      whoEn: `head, ${nameEn}`,
    },
  ];
});

/** 室负责人: who heads which room. */
export const ROOM_HEADS: Readonly<Record<Room, string>> = {
  intake: 'leader1',
  supervision: 'supervisor1',
  general: 'supervisor3',
};

/** Everybody: the center, the mayor and his deputies, and two people of each unit. */
export const PEOPLE: readonly SeedPerson[] = [
  ...center,
  mayorAs('mayor', MAYOR),
  ...Object.values(DEPUTY_MAYORS).map((deputy) => mayorAs('deputy-mayor', deputy)),
  ...units,
];
