/** What a command's file exports: it does the work and answers the exit code. */
export interface RunnableCommand {
  run(args: readonly string[]): Promise<number>;
}

/** A command of the house; its file is loaded only when it is asked for. */
export interface Command {
  readonly name: string;
  readonly chinese: string;
  readonly english: string;
  readonly usage: string;
  load(): Promise<RunnableCommand>;
}

/** All commands, in the order in which a new system needs them. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'migrate',
    chinese: '升级数据库结构',
    english: 'bring the schema of the database up to date',
    usage: 'npm run migrate',
    load: () => import('./maintenance/migrate.command.ts'),
  },
  {
    name: 'search-attributes',
    chinese: '登记 Temporal 检索属性',
    english: 'register the search attributes of the workflows',
    usage: 'npm run search-attributes',
    load: () => import('./maintenance/search-attributes.command.ts'),
  },
  {
    name: 'seed',
    chinese: '空数据库写入示范城市',
    english: 'fill an empty database with a city of our own writing',
    usage: `npm run seed -- [--policy standard|fast] [--calls|--no-calls]

  --policy fast   一个工作日只有几秒（演示用）  a working day lasts seconds, for demonstrations
  --no-calls      不写入示例来电（fast 时的缺省）  without sample calls (the default with fast)`,
    load: () => import('./seed/seed.command.ts'),
  },
  {
    name: 'import',
    chinese: '从 CSV 文件导入诉求',
    english: 'register the requests of a CSV file',
    usage: `npm run import -- FILE.csv [选项 options]

  --id, --title, --text, --asked-at 列名   the columns, by default id, title, text, asked_at
  --delimiter ";"|tab      列分隔符         the delimiter, by default a comma
  --encoding utf-8|gb18030|utf-16le|utf-16be   缺省自动识别  found out by default
  --kind help --urgency ordinary --category other.unsorted   诉求类型、紧急程度、分类
  --source NAME            来源，编号在同一来源内不重复  whose ids these are, by default "import"
  --as USERNAME            以谁的名义登记   who registers them, by default the first shift leader
  --dry-run                只检查，不登记   check only`,
    load: () => import('./import/import.command.ts'),
  },
  {
    name: 'demo',
    chinese: '演示：三个著名案例和一个迟缓单位',
    english: 'play three famous cases and a late unit through the running API',
    usage: `npm run demo -- [--url http://localhost:PORT --mail http://localhost:PORT]

  --url URL    在已运行的系统上演示（须以 --fast 启动）  on a running system, started with --fast
  --mail URL   其邮件页面  the page of its mail catcher`,
    load: () => import('./demo/demo.command.ts'),
  },
  {
    name: 'rehydrate',
    chinese: '为每个未结工单重新启动流程',
    english: 'bring back the workflow of every open case',
    usage: 'npm run rehydrate -- [--terminate]',
    load: () => import('./maintenance/rehydrate.command.ts'),
  },
  {
    name: 'replay-running',
    chinese: '新版本部署前，用它重放全部运行中的流程',
    english: 'before a release is deployed: replay every running workflow with it',
    usage: `npm run replay:running -- [--bundle FILE]

  --bundle FILE   新版本的流程包，缺省为本目录构建的  the workflows of the new release, by default those built here`,
    load: () => import('./maintenance/replay-running.command.ts'),
  },
  {
    name: 'suggest-accuracy',
    chinese: '用已分类的 CSV 文件测量推荐的准确率',
    english: 'measure the suggestions on a CSV file of labelled requests',
    usage: `npm run suggest:accuracy -- FILE.csv [COLUMN]

  COLUMN   分类所在的列，缺省 category1  the column of the label, by default category1`,
    load: () => import('./suggestion/accuracy.command.ts'),
  },
  {
    name: 'suggest-learn',
    chinese: '从所有已办结的工单学习，用于推荐',
    english: 'learn from every case that is over, for the suggestions',
    usage: 'npm run suggest:learn',
    load: () => import('./suggestion/learn.command.ts'),
  },
  {
    name: 'ledger-verify',
    chinese: '核对台账的哈希链',
    english: 'verify the hash chains of the ledger',
    usage: 'npm run ledger:verify',
    load: () => import('./maintenance/ledger-verify.command.ts'),
  },
];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
