import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF says, read back: its words without spaces between them, how many pages it has, and its title. */
export async function readPdf(
  pdf: Uint8Array,
): Promise<{ readonly text: string; readonly pages: number; readonly title: string | undefined }> {
  const reading = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await reading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replaceAll(/\s/g, ''),
    );
  }
  const { info } = await document.getMetadata();
  const count = document.numPages;
  await reading.destroy();
  return { text: pages.join('\n'), pages: count, title: (info as { Title?: string }).Title };
}
