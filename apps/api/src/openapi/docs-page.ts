import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const STYLE = `body{font:15px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
h2{margin-top:2.5rem;border-bottom:1px solid #d0d7de}summary{cursor:pointer}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{background:#f6f8fa;padding:.8rem;overflow:auto}b.m{display:inline-block;width:4.5rem;text-transform:uppercase}
details details{margin-left:1.5rem}`;

/** The document as one page to read, without scripts and without anything from elsewhere. */
export function docsPage(document: OpenAPIObject): string {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ''))];
  const chapters = tags.map((tag) => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? '') === tag);
    return `<h2 id="${escape(tag)}">${escape(tag)}</h2>${own.map(operationText).join('')}`;
  });
  const shapes = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="${escape(name)}"><summary><code>${escape(name)}</code></summary>${json(schema)}</details>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escape(document.info.title)}</title><style>${STYLE}</style>
<h1>${escape(document.info.title)}</h1><pre>${escape(document.info.description ?? '')}</pre>
<p><a href="/api/openapi.json">openapi.json</a> · ${tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' · ')}</p>
${chapters.join('\n')}<h2>schemas</h2>${shapes.join('\n')}</html>`;
}

function operationText({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const answers = Object.entries(operation.responses).map(([status, answer]) => {
    const description = answer && 'description' in answer ? answer.description : '';
    return `<li><code>${escape(status)}</code> ${escape(description ?? '')}</li>`;
  });
  return `<details><summary><b class="m">${method}</b><code>${escape(path)}</code> — ${escape(operation.summary ?? '')}</summary>
<p><code>${escape(operation.operationId ?? '')}</code></p>
${operation.parameters ? `<details><summary>parameters</summary>${json(operation.parameters)}</details>` : ''}
${operation.requestBody ? `<details><summary>body</summary>${json(operation.requestBody)}</details>` : ''}
<ul>${answers.join('')}</ul></details>`;
}

const json = (value: unknown): string => `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
