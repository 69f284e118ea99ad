import { CommandError } from './command-error.ts';
import { commandNamed, COMMANDS } from './commands.ts';

process.exitCode = await main(process.argv.slice(2));
// What a command left open, such as a pool whose server is away, must not keep it from ending.
process.exit();

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commandNamed(name);
  if (!command) {
    console.error(`没有命令 ${name}  There is no command ${name}\n\n${overview()}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`${command.chinese}  ${command.english}\n\n${command.usage}`);
    return 0;
  }
  try {
    const loaded = await command.load();
    return await loaded.run(args);
  } catch (error) {
    if (error instanceof CommandError) console.error(`✗ ${error.chinese}\n  ${error.message}`);
    else if (isUsageError(error)) console.error(`✗ ${error.message}\n\n${command.usage}`);
    else console.error(error);
    return 1;
  }
}

function overview(): string {
  const lines = COMMANDS.map(({ name, chinese, english }) => `  ${name.padEnd(18)}${chinese}  ${english}`);
  return ['node apps/command/src/main.ts 命令 COMMAND [--help]', '', ...lines].join('\n');
}

function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
