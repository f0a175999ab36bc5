import { formatDate } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import type { Operation } from "./types";

/** What a step does, in words: "account 2 stakes 1,000 WCT, preset 52". */
export function describeStep(operation: Operation): string {
  const who = `account ${operation.account ?? ""}`;
  switch (operation.op) {
    case "stake":
      return `${who} stakes ${amountText(operation.args[0])}, preset ${operation.args[1].toString()}`;
    case "update":
      return `${who} updates: adds ${amountText(operation.args[0])}, preset ${operation.args[1].toString()}`;
    case "increaseAmount":
      return `${who} adds ${amountText(operation.args[0])}`;
    case "relock":
      return `${who} relocks, preset ${operation.args[0].toString()}`;
    case "initiateUnlock":
      return `${who} initiates the unlock`;
    case "withdraw":
      return `${who} withdraws`;
    case "claim":
      return `${who} claims`;
    case "fund":
      return `the funder adds ${amountText(operation.args[1])} to the week of ${formatDate(Number(operation.args[0]))}`;
    case "warp":
      return "time passes";
  }
}

function amountText(wei: bigint): string {
  return wei === 0n ? "nothing" : `${formatWct(wei).replace(/\.00$/, "")} WCT`;
}
