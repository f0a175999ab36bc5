import type { registry } from "stakeweight-sdk";
import { type Change, change } from "../../write/Plan.js";

/** The change of a node's status. */
export function statusChange(before: registry.Status, after: registry.Status): Change {
  const format = (status: registry.Status) => (status === "None" ? "not registered" : status);
  return change("status", "Status", { before, after, format });
}
