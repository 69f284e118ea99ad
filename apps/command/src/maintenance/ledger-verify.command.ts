import { verifyLedger } from '@hotline/application';
import { withDatabase } from '../house/with-database.ts';

/** Exit code 1 when anything in the ledger is not what its hashes say. */
export async function run(): Promise<number> {
  const { streams, events, faults } = await withDatabase((orm) =>
    verifyLedger({ orm }, (done, count) =>
      console.log(`已核对 ${done} 条流、${count} 个事件  ${done} streams, ${count} events`),
    ),
  );
  for (const { stream, number, problem } of faults) console.error(`✗ ${stream} #${number}: ${problem}`);
  console.log(
    faults.length === 0
      ? `✓ 台账完整：${streams} 条流、${events} 个事件  the ledger is whole: ${streams} streams, ${events} events`
      : `✗ ${faults.length} 处不符  ${faults.length} faults in ${streams} streams`,
  );
  return faults.length === 0 ? 0 : 1;
}
