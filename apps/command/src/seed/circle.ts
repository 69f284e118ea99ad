import type { CircleMember } from '@hotline/persistence';

type Body = Pick<CircleMember, 'name' | 'unitId' | 'contact' | 'mail'>;

const ofUnit = (name: string, unitId: string): Body => ({ name, unitId, contact: null, mail: null });
const outside = (name: string, mail: string): Body => ({
  name,
  unitId: null,
  contact: '办公室',
  mail: `${mail}@circle.rugao.example`,
});

/** 定期通报交流情况联席会议: the six bodies that the seed names, in its order. */
const BODIES: readonly Body[] = [
  ofUnit('市信访局', 'xinfang'),
  ofUnit('市公安局', 'gongan'),
  outside('市纪委监委机关', 'jiwei'),
  outside('市人大常委会信访办公室', 'renda-xinfang'),
  outside('市社会矛盾大调解中心', 'datiaojie'),
  outside('市经济软环境监察中心', 'ruanhuanjing'),
];

export const CIRCLE_MEMBERS: readonly CircleMember[] = BODIES.map((body, position) => ({
  id: `m${position + 1}`,
  ...body,
  position,
  active: true,
}));

/** The second Wednesday of every month at nine. */
export const CIRCLE = { id: 'circle', week: 2, weekday: 3, minute: 9 * 60, place: '受理中心二楼会议室' } as const;
