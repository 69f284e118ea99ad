import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { Case, CaseAction } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { askOfAction, type OpenAction } from './ask-of-action.ts';

/** What a case in its stage calls for comes first, as a button that stands out. */
const FIRST = ['assign', 'answer-directly', 'record-callback', 'record-second-look', 'submit-report'];
/** Seldom, or not to be pressed by chance: behind "more". */
const SELDOM = new Set([
  'classify',
  'merge',
  'unmerge',
  'end-incident',
  'decline',
  'close',
  'reopen',
  'draft-report',
  'convene-meeting',
  'transfer',
  'declare-emergency',
  'require-urgent-report',
]);

const placeOf = ({ type }: CaseAction): number => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);

/** What this person may do with the case as a whole; what concerns one unit's duty stands with that. */
export function CaseActions({ of, open }: { of: Case; open: OpenAction }) {
  const { t } = useWords();
  const { role } = useMe();
  const whole = of.actions.filter(
    ({ assignmentId, proposalId, transferId }) => !assignmentId && !proposalId && !transferId,
  );
  const calledFor = FIRST.find((type) =>
    whole.some((action) => action.type === type && !(type === 'assign' && of.stage === 'assigned')),
  );
  const often = whole.filter(({ type }) => !SELDOM.has(type)).toSorted((left, right) => placeOf(left) - placeOf(right));
  const seldom = whole.filter(({ type }) => SELDOM.has(type));
  const start = (action: CaseAction): void => open(askOfAction(action, of, role));
  if (of.actions.length === 0) return null;
  return (
    <section className="row no-print" aria-label={t('case.actions')}>
      {often.map((action) => (
        <Button
          key={action.type}
          type={action.type === calledFor ? 'primary' : 'default'}
          onClick={() => start(action)}
        >
          {t(`action.name.${action.type}`)}
        </Button>
      ))}
      {seldom.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: seldom.map(({ type }) => ({
              key: type,
              label: t(`action.name.${type}`),
              danger: type === 'close' || type === 'decline',
            })),
            onClick: ({ key }) => {
              const action = seldom.find(({ type }) => type === key);
              if (action) start(action);
            },
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('case.moreActions')}
          </Button>
        </Dropdown>
      )}
    </section>
  );
}
