import { formatDate } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import type { Operation } from "./types";

/** What a step does, in words: "account 2 stakes 1,000.00 WCT for 52 weeks". */
export function describeStep(operation: Operation): string {
  const who = `account ${operation.account ?? ""}`;
  switch (operation.op) {
    case "stake":
      return `${who} stakes ${formatWct(operation.args[0])} WCT, preset ${operation.args[1].toString()} weeks`;
    case "update":
      return `${who} updates: adds ${formatWct(operation.args[0])} WCT, preset ${operation.args[1].toString()} weeks`;
    case "increaseAmount":
      return `${who} adds ${formatWct(operation.args[0])} WCT`;
    case "relock":
      return `${who} relocks, preset ${operation.args[0].toString()} weeks`;
    case "initiateUnlock":
      return `${who} initiates the unlock`;
    case "withdraw":
      return `${who} withdraws`;
    case "claim":
      return `${who} claims`;
    case "fund":
      return `the funder adds ${formatWct(operation.args[1])} WCT to the week of ${formatDate(Number(operation.args[0]))}`;
    case "warp":
      return "time passes";
  }
}
