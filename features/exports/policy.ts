import { type Actor, asImport, asStaff, has, type Who } from '@/lib/actor';

/** Matter and place for whoever reads cases; who complained for those who take it down and ring back. */
export const mayExport = (who: Who, { personal }: { personal: boolean }): Actor | null =>
  asImport(who) ??
  (personal
    ? asStaff(who, 'social-worker', 'hotline')
    : asStaff(who, 'social-worker', 'hotline', 'party-secretary', 'governance-secretary'));

/** Figures hang on the board: whoever reads them at the desk takes them along. */
export const mayExportFigures = (who: Who): Actor | null =>
  asImport(who) ??
  asStaff(who, 'social-worker', 'hotline', 'party-secretary', 'governance-secretary', 'district', 'auditor');

/** Whoever looks at it a second time. */
export const mayDecideExport = (who: Who): Actor | null => asStaff(who, 'party-secretary', 'social-worker', 'hotline');

export const maySeeExports = (who: Who): boolean =>
  has(who, 'social-worker', 'hotline', 'party-secretary', 'governance-secretary', 'district', 'auditor');
