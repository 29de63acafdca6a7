import { rooms } from '@/features/rooms';

/** The sheet of this name, for a program that was told one. Throws when no room has it. */
export function sheetNamed(name: string | undefined) {
  const found = rooms.flatMap(({ sheets = [] }) => sheets).find((sheet) => sheet.name === name);
  if (!found) throw new Error(`there is no sheet ${name}`);
  return found;
}
