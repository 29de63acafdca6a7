/** How far one household's repair is. `confirmed`: the household says it is good, and it is under warranty. `dropped`: off the list. */
export const UNIT_STATES = ['reported', 'looked', 'repaired', 'confirmed', 'refused', 'dropped'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** Where a household on the list comes from. */
export const UNIT_SOURCES = ['case', 'door'] as const;

/** What was done about one household: its states, and that it leaks again. */
export const UNIT_STEPS = [...UNIT_STATES, 'leaks_again'] as const;
