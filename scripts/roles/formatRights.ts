import { formatTable } from "../format/formatTable";
import type { AddressBook } from "./addressBook";
import type { ComparedRight } from "./compareRights";

/** A table of who can do what; ✓ is held and documented, ✗ one of the two only. */
export function formatRights(options: { rights: ComparedRight[]; book: AddressBook }): string {
  const { rights, book } = options;
  return formatTable({
    head: ["", "contract", "right", "held by", "address"],
    rows: rights.map(({ contract, right, holder, isHeld, isDocumented }) => {
      const name = book.nameOf(holder);
      return [
        isHeld && isDocumented ? "✓" : "✗",
        contract,
        right,
        `${name === holder ? "unknown" : name}${isHeld ? "" : ": missing"}`,
        name === "anyone" ? "" : holder,
      ];
    }),
    textColumns: [0, 1, 2, 3, 4],
  });
}
