import { isHexString } from "ethers";
import { type Layer, textOf, transactionsIn, valueOf } from "./layers.js";

/** Where data is what was returned: Ganache says `result` or `return`, viem `raw`, all others `data`. */
const PLACES = ["data", "raw", "result", "return"];

/** What a contract reverted with, wherever it was put; "0x" if it was nothing, undefined if it is not said. */
export function revertDataOf(layers: readonly Layer[]): string | undefined {
  const sent = new Set(layers.flatMap(sentBy));
  let empty: string | undefined;
  for (const layer of layers) {
    if (isTransaction(layer)) continue;
    for (const place of PLACES) {
      const data = /^(?:reverted )?(0x[0-9a-f]*)$/i.exec(textOf(layer, place) ?? "")?.[1]?.toLowerCase();
      if (data === undefined || sent.has(data)) continue;
      if (data === "0x") empty = data;
      else if (isRevertData(data) || valueOf(layer, "code") === "CALL_EXCEPTION") return data;
    }
  }
  return empty;
}

/** A selector and whole words; neither a hash nor an address. */
function isRevertData(data: string): boolean {
  return isHexString(data) && (data.length - 2) % 64 === 8;
}

/** The data of the calls that an error tells to have made. */
function sentBy(layer: Layer): string[] {
  const calls = [...transactionsIn(layer), ...(isTransaction(layer) ? [layer] : [])];
  return calls.flatMap((call) =>
    ["data", "input"].flatMap((key) => textOf(call, key)?.toLowerCase() ?? []).filter((data) => data !== "0x"),
  );
}

/** An error, too, may tell whom it called; its data is then taken for the call's unless it says that it is a revert's. */
function isTransaction(layer: Layer): boolean {
  return textOf(layer, "to") !== undefined && valueOf(layer, "code") !== "CALL_EXCEPTION";
}
