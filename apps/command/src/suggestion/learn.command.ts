import { learnFromCases } from '@hotline/application';
import { withDatabase } from '../house/with-database.ts';

const AT_ONCE = 200;

/** Learns from every case that is over and was not learned from yet; after an import, say. */
export function run(): Promise<number> {
  return withDatabase(async (orm) => {
    let [all, cases] = [0, 0];
    do {
      cases = await learnFromCases({ orm }, AT_ONCE);
      all += cases;
    } while (cases > 0);
    console.log(`已从 ${all} 件工单中学习  learned from ${all} cases`);
    return 0;
  });
}
