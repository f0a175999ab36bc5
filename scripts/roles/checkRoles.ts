import type { Provider } from "ethers";
import { type AddressBook, addressBook, type RoleHolders } from "./addressBook";
import { compareRights, type Comparison } from "./compareRights";
import type { DocumentedRight } from "./documentedRights";
import { readForeignOperations } from "./readForeignOperations";
import { readRights } from "./readRights";
import type { Records } from "./types";

/** Reads all rights of a deployment back from the chain and compares them with the documented ones. */
export async function checkRoles(options: {
  records: Records;
  provider: Provider;
  network: string;
  parameters: RoleHolders;
  documented: DocumentedRight[];
}): Promise<Comparison & { book: AddressBook }> {
  const { records, provider, network, parameters, documented } = options;
  const book = addressBook({ records, parameters });
  const chain = await readRights({ records, provider, network, suspects: book.addresses });
  const comparison = compareRights({ chain, documented, book });
  const operations = await readForeignOperations({ records, provider });
  comparison.findings.push(
    ...operations.map(({ contract, id }) => `${contract}: operation ${id} waits there and no proposal put it there`),
  );
  return { ...comparison, book };
}
