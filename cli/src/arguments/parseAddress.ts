import { InvalidArgumentError } from "commander";
import { getAddress, isAddress } from "ethers";

/** An address; its checksum counts if it has capitals. */
export function parseAddress(text: string): string {
  if (!isAddress(text))
    throw new InvalidArgumentError("It is not an address, 0x and 40 hexadecimal digits, or has a typing error.");
  return getAddress(text);
}
