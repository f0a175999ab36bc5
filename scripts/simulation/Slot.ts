/** One of the two blocks of a day. */
export interface Slot {
  /** Counted from 0. */
  week: number;
  /** Counted from 0, from the first day of the first week. */
  day: number;
  part: "morning" | "afternoon";
  /** Of the block, unix seconds. */
  second: number;
}
