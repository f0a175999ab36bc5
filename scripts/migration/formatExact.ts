import { formatWct } from "../format/formatWct";

/** An amount for a sentence that has to be exact: "1,234.50 WCT (1234500000000000000000 wei)". */
export function formatExact(wei: bigint): string {
  return wei < 0n ? `−${formatExact(-wei)}` : `${formatWct(wei)} WCT (${wei.toString()} wei)`;
}
