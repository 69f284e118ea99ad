import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { ownPartsQuery } from '../special-report/report-queries.ts';
import { SaidOfPart } from '../special-report/said-of-part.tsx';
import '../special-report/special-report.css';
import { Due } from '../time/due.tsx';

/** 批示分工: what deputy mayors' instructions ask of the unit. Nothing while there is none. */
export function OwnParts() {
  const { t, word } = useWords();
  const { role } = useMe();
  const unitName = useUnitName();
  const { data: parts = [] } = useQuery(ownPartsQuery);
  const { open, drawer } = useActionDrawer();
  if (parts.length === 0) return null;
  return (
    <Card title={t('work.parts.title')} extra={<span className="quiet">{t('work.parts.hint')}</span>}>
      {parts.map((part) => {
        const { reportId, partId, revision, cases, deputyMayorName, instruction, unitId, text, dueAt, status } = part;
        return (
          <section key={`${reportId}:${partId}`} className="assignment" aria-label={text}>
            <div className="row">
              <b>{cases.map(({ title }) => title).join('；')}</b>
              <Tag>{word('partStatus', status)}</Tag>
              <Due at={dueAt} />
            </div>
            <p className="words">{text}</p>
            <p className="quiet words">
              {t('work.parts.by', { name: deputyMayorName })}：{instruction}
            </p>
            <SaidOfPart said={part.said} />
            {status === 'open' && (
              <Button
                type="primary"
                size="small"
                onClick={() =>
                  open({
                    name: 'report-part',
                    target: { reportId, partId, revision },
                    situation: { role, about: text, unitName: unitName(unitId) },
                  })
                }
              >
                {t('action.name.report-part')}
              </Button>
            )}
          </section>
        );
      })}
      {drawer}
    </Card>
  );
}
