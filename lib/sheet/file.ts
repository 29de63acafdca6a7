import type { Line } from './cell';
import { readCsv } from './csv';
import { HEADING_ROWS, MOST_BYTES, MOST_ROWS, SheetError } from './limits';
import { readXlsxLines } from './xlsx';

const OLD = [Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('0908', 'hex'), Buffer.from('0904', 'hex')];
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

const isSaid = ({ cells }: Line): boolean => cells.some(({ text }) => text !== '');

async function linesOf(bytes: Buffer): Promise<Line[]> {
  if (OLD.some((mark) => bytes.subarray(0, mark.length).equals(mark)))
    throw new SheetError(bytes.includes(LOCKED) ? 'locked' : 'old_format');
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return readCsv(bytes);
  return readXlsxLines(bytes).catch((error: unknown) => {
    throw error instanceof SheetError ? error : new SheetError('not_a_sheet');
  });
}

/**
 * The first sheet of an xlsx file, or a CSV file (UTF-8, UTF-16 or gb18030; comma, semicolon or tab), as lines.
 * At most 20 MB unpacked and 50,000 rows. Throws SheetError.
 */
export async function readSheetFile(bytes: Buffer): Promise<Line[]> {
  if (bytes.length > MOST_BYTES) throw new SheetError('too_large');
  const lines = await linesOf(bytes);
  while (lines.length > 0 && !isSaid(lines[lines.length - 1] as Line)) lines.pop();
  if (lines.length === 0) throw new SheetError('empty');
  if (lines.length > MOST_ROWS + HEADING_ROWS) throw new SheetError('too_many_rows');
  return lines;
}
