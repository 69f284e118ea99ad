import { migrate } from '@hotline/persistence';
import { withDatabase } from '../house/with-database.ts';

export async function run(): Promise<number> {
  const ran = await withDatabase(migrate);
  const what = ran.length > 0 ? ran.join(', ') : '已是最新 up to date';
  console.log(`数据库结构 schema: ${what}`);
  return 0;
}
