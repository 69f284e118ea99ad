import fc from 'fast-check';
import { PEOPLE, TERMS, UNITS, type CityModel, type Kind, type Person, type UnitAsked } from './city-model.ts';
import { Assign, CallBack, Look, OnDuty, Register, type Command } from './commands.ts';
import type { RealCity } from './real-city.ts';

const person = fc.constantFrom(...(Object.keys(PEOPLE) as Person[]));
const who = fc.oneof({ weight: 3, arbitrary: fc.constant('fit' as const) }, { weight: 1, arbitrary: person });
const pick = fc.nat(2);
const kind = fc.constantFrom(...(Object.keys(TERMS) as Kind[]));
const unit = fc.constantFrom(...UNITS);
const units = fc.oneof(
  unit.map((unitId): UnitAsked[] => [{ unitId, role: 'lead' }]),
  fc.tuple(unit, unit).map(([lead, co]): UnitAsked[] => [
    { unitId: lead, role: 'lead' },
    { unitId: co, role: 'co' },
  ]),
  unit.map((unitId): UnitAsked[] => [{ unitId, role: 'co' }]),
);

function onDuty(what: string, says: readonly string[] = ['']): fc.Arbitrary<Command> {
  return fc
    .tuple(who, pick, fc.nat(2), fc.constantFrom(...says))
    .map((parts) => new OnDuty(parts[0], parts[1], what, parts[2], parts[3]));
}

/** What people may try, in any order: most of it done by whom it fits, some of it by anybody. */
export const ANY_COMMAND: fc.Arbitrary<Command>[] = [
  fc.tuple(fc.oneof(fc.constant('operator' as const), person), kind).map((parts) => new Register(...parts)),
  fc.tuple(who, pick, units).map((parts) => new Assign(...parts)),
  fc.tuple(who, pick, units).map((parts) => new Assign(...parts)),
  onDuty('acknowledge'),
  onDuty('acknowledge'),
  onDuty('return'),
  onDuty('rule-return', ['accepted', 'rejected', 'designated']),
  onDuty('request-extension'),
  onDuty('decide-extension', ['yes', 'yes', 'no']),
  onDuty('suspend'),
  onDuty('resume'),
  onDuty('submit-feedback'),
  onDuty('submit-feedback'),
  onDuty('review', ['yes', 'yes', 'no']),
  onDuty('review', ['yes']),
  fc.tuple(who, pick, fc.boolean()).map((parts) => new CallBack(...parts)),
  fc.tuple(who, pick).map((parts) => new Look(...parts)),
];

/** What every run begins with: a case at work, with two units. */
export async function beginWith(model: CityModel, real: RealCity): Promise<void> {
  const given: UnitAsked[] = [
    { unitId: 'water', role: 'lead' },
    { unitId: 'village', role: 'co' },
  ];
  await new Register('operator', 'help').run(model, real);
  await new Assign('fit', 0, given).run(model, real);
  for (const duty of [0, 0]) await new OnDuty('fit', 0, 'acknowledge', duty, '').run(model, real);
}
