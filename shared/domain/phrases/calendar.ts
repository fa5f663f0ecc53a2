/** The calendar as the desk keeps it: the day, walk-ins, blocks, bookings made for a customer. Keys begin with `diary`. */
export const calendarPhrases = {} as const;
