import { Button, Upload } from 'antd';
import type { RcFile } from 'antd/es/upload/interface';
import { useState } from 'react';
import { bringFile } from '../api/generated/sdk.gen.ts';
import { sentenceOf } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';

interface Added {
  readonly uid: string;
  readonly name: string;
  readonly status: 'uploading' | 'done' | 'error';
  /** Why it was refused. */
  readonly response?: string;
}

/** Pictures and papers that belong to a request just brought, one after the other, each with what became of it. */
export function BringFiles({ codeId, code }: { codeId: string; code: string }) {
  const speech = useWords();
  const [files, setFiles] = useState<readonly Added[]>([]);

  const add = async (body: RcFile): Promise<void> => {
    const tell = (status: Added['status'], response?: string): void =>
      setFiles((before) => [
        ...before.filter(({ uid }) => uid !== body.uid),
        { uid: body.uid, name: body.name, status, ...(response ? { response } : {}) },
      ]);
    tell('uploading');
    try {
      await bringFile({ body, query: { codeId, code, name: body.name } });
      tell('done');
    } catch (refusal) {
      tell('error', sentenceOf(refusal, speech));
    }
  };
  return (
    <>
      <Upload
        multiple
        fileList={[...files]}
        customRequest={({ file }) => void add(file as RcFile)}
        showUploadList={false}
      >
        <Button>{speech.t('citizen.addFiles')}</Button>
      </Upload>
      <ul aria-live="polite">
        {files.map(({ uid, name, status, response }) => (
          <li key={uid}>
            {name}：{response ?? speech.t(`citizen.file.${status}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
