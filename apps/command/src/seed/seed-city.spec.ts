import { describe, expect, it } from '@jest/globals';
import { ROLES, ROOM_ROLES, ROOMS } from '@hotline/domain';
import { ARTICLE_IN_REVIEW } from './articles-of-affairs.ts';
import { BOARD_ENTRIES } from './board-entries.ts';
import { CATEGORIES, UNSORTED_CATEGORY } from './categories.ts';
import { DEMO_LOGINS } from './demo-logins.ts';
import { EVERYDAY_CALLS } from './everyday-calls.ts';
import { FAMOUS_CALLS } from './famous-calls.ts';
import { PEOPLE, ROOM_HEADS } from './people.ts';
import { SAMPLE_ARTICLES } from './sow-knowledge.ts';
import { UNITS } from './units.ts';

const CALLS = [...FAMOUS_CALLS, ...EVERYDAY_CALLS];
const unique = (values: readonly string[]): number => new Set(values).size;

describe('the sown city', () => {
  it('has member units and others that are reached by fax and phone, each with a handler and a head', () => {
    expect(UNITS.filter(({ member }) => !member)).toHaveLength(4);
    for (const { id } of UNITS) {
      const roles = PEOPLE.filter(({ unitId }) => unitId === id).map(({ role }) => role);
      expect(roles).toEqual(['unit-handler', 'unit-head']);
    }
    expect(unique(UNITS.flatMap(({ phone, fax }) => [phone, fax]))).toBe(2 * UNITS.length);
  });

  it('has somebody in every role, and a log-in to show for each', () => {
    const shown = DEMO_LOGINS.map(({ username }) => PEOPLE.find((person) => person.username === username)?.role);
    expect(new Set(shown)).toEqual(new Set(ROLES));
    expect(unique(PEOPLE.map(({ username }) => username))).toBe(PEOPLE.length);
  });

  it('has everybody of the center below the director in a room, and one of them to head it', () => {
    for (const { role, room } of PEOPLE) expect(room !== null).toBe(ROOM_ROLES.includes(role));
    for (const room of ROOMS) expect(PEOPLE.find(({ username }) => username === ROOM_HEADS[room])?.room).toBe(room);
  });

  it('has a category tree of at most three levels, parents before children', () => {
    const before = new Set<string | null>([null]);
    for (const { id, parentId, level } of CATEGORIES) {
      expect(before).toContain(parentId);
      expect(level).toBeLessThanOrEqual(3);
      before.add(id);
    }
    expect(before).toContain(UNSORTED_CATEGORY);
  });

  it('has articles that name only its own units and categories, each once', () => {
    expect(unique(SAMPLE_ARTICLES.map(({ title }) => title))).toBe(SAMPLE_ARTICLES.length);
    const categories = new Set(CATEGORIES.map(({ id }) => id));
    const units = new Set(UNITS.map(({ id }) => id));
    for (const { categoryId, ownerUnitId } of [...SAMPLE_ARTICLES, ARTICLE_IN_REVIEW]) {
      expect(categories).toContain(categoryId);
      if (ownerUnitId) expect(units).toContain(ownerUnitId);
    }
    const titles = new Set(SAMPLE_ARTICLES.map(({ title }) => title));
    const cited = CALLS.flatMap(({ course }) => (course.kind === 'answered' && course.article ? [course.article] : []));
    for (const title of [...cited, ...BOARD_ENTRIES.flatMap(({ article }) => article ?? [])])
      expect(titles).toContain(title);
  });

  it('has twenty calls that name only its own units and categories, and no real phone', () => {
    expect(CALLS).toHaveLength(20);
    const categories = new Set(CATEGORIES.map(({ id }) => id));
    const units = new Set(UNITS.map(({ id }) => id));
    for (const { categoryId, callerPhone, course } of CALLS) {
      expect(categories).toContain(categoryId);
      expect(callerPhone).toMatch(/^1390000\d{4}$/);
      const concerned = course.kind === 'assigned' ? course.units : [];
      for (const { unitId } of concerned) expect(units).toContain(unitId);
    }
  });
});
