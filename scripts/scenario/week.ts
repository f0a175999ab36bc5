/** Seconds of a week. Weeks start on Thursdays 00:00 UTC, the multiples of this number. */
export const WEEK = 604_800;

/** The start of the week that `timestamp` lies in. */
export function weekStartOf(timestamp: number): number {
  return timestamp - (timestamp % WEEK);
}
