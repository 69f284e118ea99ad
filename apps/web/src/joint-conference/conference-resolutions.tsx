import { Button, Card, Tag } from 'antd';
import type { Conference } from '@hotline/contracts-http';
import type { OpenAction } from '../case/ask-of-action.ts';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';
import { KEEPERS } from './circle-card.tsx';

/** 联办, 协办: who does what until when, and whether it is done; a unit is shown its own. */
export function ConferenceResolutions({ conference, open }: { conference: Conference; open: OpenAction }) {
  const { t, word } = useWords();
  const { role, unitId: own } = useMe();
  const unitName = useUnitName();
  const { conferenceId, revision, resolutions } = conference;
  if (resolutions.length === 0) return null;
  return (
    <Card size="small" title={t('conference.resolutions')}>
      {resolutions.map(({ resolutionId, unitId, way, text, dueAt, doneAt }) => (
        <section key={resolutionId} className="assignment" aria-label={`${unitName(unitId)} ${text}`}>
          <div className="row">
            <b>{unitName(unitId)}</b>
            <Tag>{word('resolutionWay', way)}</Tag>
            {doneAt ? (
              <span className="tabular">{t('work.reports.done', { at: dateTime(doneAt) })}</span>
            ) : (
              <Due at={dueAt} />
            )}
            {!doneAt && (KEEPERS.has(role) || unitId === own) && (
              <Button
                size="small"
                className="no-print"
                onClick={() =>
                  open({
                    name: 'finish-conference-resolution',
                    target: { conferenceId, revision, resolutionId },
                    situation: { role, conference, unitName: unitName(unitId) },
                  })
                }
              >
                {t('action.name.finish-conference-resolution')}
              </Button>
            )}
          </div>
          <p className="words">{text}</p>
        </section>
      ))}
    </Card>
  );
}
