import { WALLET_PERIOD } from "./walletPeriod";

/** The period that `timestamp` lies in. */
export function walletPeriodAt(timestamp: bigint): bigint {
  return timestamp / WALLET_PERIOD;
}
