import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../language/use-words.ts';
import { noticesQueryOf } from './notice-queries.ts';

/** How many notices are unread; leads to them. */
export function NoticeBell() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { data } = useQuery(noticesQueryOf({ unread: 'true', limit: 1 }));
  const unread = data?.unread ?? 0;
  return (
    <Button
      type="text"
      aria-label={t('frame.unread', { count: unread })}
      icon={
        <Badge count={unread} size="small" color="#b3261e">
          <BellOutlined style={{ fontSize: 18 }} />
        </Badge>
      }
      onClick={() => void navigate('/notices')}
    />
  );
}
