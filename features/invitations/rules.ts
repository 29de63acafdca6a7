/** So many days a household waits for its captain before a social worker is asked, too. */
export const PATIENCE_DAYS = 3;
