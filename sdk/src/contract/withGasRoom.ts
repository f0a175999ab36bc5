/** Two checkpoints that begin, and a week that has to be closed. */
const LATER_GAS = 150_000n;

/**
 * The gas to send a call with, of an estimate: a third more and 150,000. An estimate is made for the newest block's second. A
 * change in a later second than the one before it is kept beside that and not in its place, which takes up to three slots more
 * (history, total, delegate), and in a later week the one that ended has to be closed. What is not used is not paid.
 */
export function withGasRoom(estimate: bigint): bigint {
  return estimate + estimate / 3n + LATER_GAS;
}
