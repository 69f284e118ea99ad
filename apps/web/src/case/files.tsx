import { FileTextOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Tag, Upload } from 'antd';
import type { RcFile } from 'antd/es/upload/interface';
import type { Case } from '@hotline/contracts-http';
import { addAttachment } from '../api/generated/sdk.gen.ts';
import { freshKey } from '../case-action/attempt.ts';
import { changedCase } from '../case-action/action.ts';
import { keepChanged } from '../case-action/keep-changed.ts';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';

/** What was brought with a case, and the numbered papers of it; a file more can be added while it is open. */
export function Files({ of }: { of: Case }) {
  const { t, word } = useWords();
  const { caseNumber, attachments, documents } = of;
  const at = `/api/v1/cases/${caseNumber}`;
  return (
    <Card title={t('case.files')} extra={<AddFile of={of} />}>
      {attachments.length + documents.length === 0 && <span className="quiet">{t('case.noFiles')}</span>}
      {attachments.map(({ attachmentId, name, addedAt }) => (
        <div key={attachmentId} className="row">
          <PaperClipOutlined />
          <a href={`${at}/attachments/${attachmentId}`}>{name}</a>
          <span className="quiet tabular">{dateTime(addedAt)}</span>
        </div>
      ))}
      {documents.map(({ documentId, kind, number, issuedAt, answerBy, returnedAt }) => (
        <div key={documentId} className="row">
          <FileTextOutlined />
          <a href={`${at}/documents/${documentId}`}>{number}</a>
          <Tag>{word('documentKind', kind)}</Tag>
          <span className="quiet tabular">{dateTime(issuedAt)}</span>
          {answerBy && !returnedAt && (
            <span className="quiet">{t('case.answerSlipBy', { at: dateTime(answerBy) })}</span>
          )}
        </div>
      ))}
    </Card>
  );
}

/** A file is added to the case as it was seen: sent again after it came, it is refused as stale rather than added twice. */
function AddFile({ of: { caseNumber, revision, stage } }: { of: Case }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const adding = useMutation({
    mutationFn: async (body: RcFile) => {
      const headers = { 'Idempotency-Key': freshKey(), 'If-Match': `"${revision}"` };
      return changedCase(await addAttachment({ path: { caseNumber }, query: { name: body.name }, body, headers }));
    },
    onSuccess: (changed, { name }) => {
      keepChanged(queryClient, changed);
      void message.success(t('case.fileAdded', { name }));
    },
  });
  if (stage === 'closed' || stage === 'merged' || stage === 'declined') return null;
  return (
    <span className="no-print">
      <Upload showUploadList={false} customRequest={({ file }) => adding.mutate(file as RcFile)}>
        <Button size="small" icon={<UploadOutlined />} loading={adding.isPending}>
          {t('case.addFile')}
        </Button>
      </Upload>
      {adding.isError && <ProblemAlert error={adding.error} />}
    </span>
  );
}
