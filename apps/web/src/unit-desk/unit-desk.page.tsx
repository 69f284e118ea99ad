import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { casesQueryOf } from '../case/case-queries.ts';
import { CaseTable } from '../case/case-table.tsx';
import '../case/case.css';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { useMe } from '../session/use-me.ts';
import { OwnParts } from './own-parts.tsx';
import { SHELVES, shelvesOf } from './shelves.ts';

const MOST = 100;

/** A unit's duties by what is to be done with them, the earliest due first. */
export function Component() {
  const { t } = useWords();
  const { unitId } = useMe();
  const unitName = useUnitName();
  const [search, setSearch] = useSearchParams();
  const cases = useQuery(
    casesQueryOf({ ...(unitId ? { unit: unitId } : {}), stage: 'assigned', sort: 'due', limit: MOST }),
  );
  const asked = SHELVES.find((shelf) => shelf === search.get('shelf'));
  return (
    <Page title={t('frame.place.unitDesk')} beside={unitId && <span className="quiet">{unitName(unitId)}</span>}>
      <OwnParts />
      <Loaded query={cases}>
        {({ items, next }) => {
          const shelves = shelvesOf(items, unitId);
          const first = SHELVES.find((shelf) => shelves[shelf].length > 0) ?? 'waiting';
          return (
            <>
              <Tabs
                activeKey={asked ?? first}
                onChange={(shelf) => setSearch({ shelf })}
                items={SHELVES.map((shelf) => ({
                  key: shelf,
                  label: `${t(`work.unitDesk.${shelf}`)} ${shelves[shelf].length}`,
                  children:
                    shelves[shelf].length > 0 ? (
                      <CaseTable rows={shelves[shelf]} />
                    ) : (
                      <NothingHere title={t('work.unitDesk.none')} />
                    ),
                }))}
              />
              {next && <p className="quiet">{t('work.unitDesk.partial', { count: MOST })}</p>}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
