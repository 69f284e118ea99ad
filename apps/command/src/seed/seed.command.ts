import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.ts';
import { withDatabase } from '../house/with-database.ts';
import { sowCalls } from './sow-calls.ts';
import { sowCity, type SeedPolicy } from './sow-city.ts';
import { sowKnowledge } from './sow-knowledge.ts';

const OPTIONS = {
  policy: { type: 'string', default: 'standard' },
  calls: { type: 'boolean' },
  knowledge: { type: 'boolean' },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, allowNegative: true });
  const policy = policyNamed(values.policy);
  return withDatabase(async (orm) => {
    const sown = await sowCity(orm, policy);
    if (!sown) {
      console.log('数据库已有数据，不再写入  the database is not empty, nothing was written');
      return 0;
    }
    console.log(
      `已写入 ${sown.units} 个单位、${sown.users} 名用户、${sown.categories} 个分类、${sown.holidays} 个节假日，规则“${sown.policy.name}”  ` +
        `${sown.units} units, ${sown.users} users, ${sown.categories} categories, ${sown.holidays} days of holidays, policy ${policy}`,
    );
    // Where a working day lasts seconds, calls that nobody acts on would fill every desk within a minute.
    const withCalls = values.calls ?? policy === 'standard';
    const knowledge = (values.knowledge ?? withCalls) ? await sowKnowledge(orm) : undefined;
    if (knowledge)
      console.log(
        `已写入 ${knowledge.articles.size} 个知识条目、${knowledge.boardEntries} 条今日看板  ` +
          `${knowledge.articles.size} articles of the knowledge base, ${knowledge.boardEntries} entries of the board of today`,
      );
    if (withCalls) {
      const numbers = await sowCalls(orm, knowledge?.articles);
      console.log(
        `已登记 ${numbers.length} 个示例来电  ${numbers.length} sample calls: ${numbers[0]} … ${numbers.at(-1)}`,
      );
    }
    return 0;
  });
}

function policyNamed(name: string): SeedPolicy {
  if (name === 'standard' || name === 'fast') return name;
  throw new CommandError(
    `没有规则 ${name}，只有 standard 和 fast。`,
    `There is no policy ${name}, only standard and fast.`,
  );
}
