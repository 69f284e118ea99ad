import { typeset } from '../typesetting/typeset.ts';
import type { OfficialPaper } from './official-paper-facts.ts';

/** A paper of the center as a PDF (A4, Chinese): red head, number, addressee, words, seal line, and a slip where one is asked for. */
export function typesetOfficialPaper(paper: OfficialPaper): Promise<Uint8Array> {
  return typeset(new URL('official-paper.typ', import.meta.url), paper);
}
