import { renderSVG } from 'uqr';
import { typeset } from '../typesetting/typeset.ts';
import type { FaxSheetFacts } from './fax-sheet-facts.ts';

/** 传真交办单 as a PDF (A4, black on white, for a fax machine): what to do and until when, a form for the reply, and a QR code. */
export function typesetFaxSheet(facts: FaxSheetFacts): Promise<Uint8Array> {
  // A fax blurs: the highest correction, so that a third of the code may be lost.
  const code = renderSVG(facts.replyAddress, { ecc: 'H', border: 2 });
  return typeset(new URL('fax-sheet.typ', import.meta.url), { ...facts, code });
}
