import { mayFillHomes, mayFillPublic } from '@/features/blanks/policy';
import { type BlankOf, BY_DOOR } from '@/features/blanks/rules';
import { mayManageStewards } from '@/features/stewards/policy';
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

/** A blank sheet an office sent: of cases like any export of them. */
export const mayExportBlank = (who: Who, { of, personal }: { of: BlankOf; personal: boolean }): Actor | null =>
  BY_DOOR.includes(of)
    ? mayFillHomes(who, { personal })
    : of === 'cases'
      ? mayExport(who, { personal })
      : of === 'turns'
        ? mayManageStewards(who)
        : mayFillPublic(who);

/** Whoever looks at it a second time. */
export const mayDecideExport = (who: Who): Actor | null => asStaff(who, 'party-secretary', 'social-worker', 'hotline');

export const maySeeExports = (who: Who): boolean =>
  has(who, 'social-worker', 'hotline', 'party-secretary', 'governance-secretary', 'district', 'auditor');
