interface Order {
  answered: boolean;
  signed: boolean;
  inTime: boolean | null;
  callback: object | null;
}

/** How far the cases of a month have come: each number counts those of them that came in it. */
export const ordersIn = (cases: readonly Order[]) => ({
  received: cases.length,
  signed: cases.filter(({ signed }) => signed).length,
  answered: cases.filter(({ answered }) => answered).length,
  /** Of those whose answer was due by a moment, so many; and in time. */
  due: cases.filter(({ answered, inTime }) => answered && inTime !== null).length,
  inTime: cases.filter(({ answered, inTime }) => answered && inTime === true).length,
  calledBack: cases.filter(({ callback }) => callback !== null).length,
});
export type Orders = ReturnType<typeof ordersIn>;
