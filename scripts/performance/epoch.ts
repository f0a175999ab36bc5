/** The length of a performance epoch in seconds: a UTC day. */
export const EPOCH = 86_400n;

/** The epoch that `timestamp`, in unix seconds, lies in. */
export function epochAt(timestamp: bigint): bigint {
  return timestamp / EPOCH;
}

/** The first second of `epoch`: its opening, and the end of the one before. */
export function epochStart(epoch: bigint): bigint {
  return epoch * EPOCH;
}
