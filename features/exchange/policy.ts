import { type Actor, asImport, asStaff, type Who } from '@/lib/actor';

/** Work orders come to the hotline and to social workers, who answer for them; and from the command line. */
export const mayImportOrders = (who: Who): Actor | null => asStaff(who, 'hotline', 'social-worker') ?? asImport(who);
