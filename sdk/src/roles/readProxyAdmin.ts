import { dataSlice, getAddress, id, ZeroAddress } from "ethers";
import { contractOf } from "../connection/Connection.js";
import type { PinnedConnection } from "../connection/pin.js";
import type { ContractName } from "../deployments/Deployment.js";
import { describeError } from "../errors/describeError.js";
import type { RoleEntry } from "./RoleEntry.js";

/** keccak256("eip1967.proxy.admin") − 1 */
const ADMIN_SLOT = "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103";

const OWNER = dataSlice(id("owner()"), 0, 4);

/** Who can exchange the code behind a proxy, and who owns that administrator; nothing of a contract that is none. */
export async function readProxyAdmin(connection: PinnedConnection, contract: ContractName): Promise<RoleEntry[]> {
  const { provider, blockTag } = connection;
  const { address } = contractOf(connection, contract);
  try {
    const admin = addressIn(await provider.getStorage(address, ADMIN_SLOT, blockTag));
    if (admin === ZeroAddress) return [];
    const entry = { contract, address, role: "proxy admin", members: [admin] };
    // An administrator without code is an account that answers no question; it owns itself.
    if ((await provider.getCode(admin, blockTag)) === "0x") return [entry];
    const owner = addressIn(await provider.call({ to: admin, data: OWNER, blockTag }));
    // Zero owns nothing: the right was given up.
    const owners = owner === ZeroAddress ? [] : [owner];
    return [entry, { contract: `${contract}_ProxyAdmin`, address: admin, role: "owner", members: owners }];
  } catch (error) {
    throw describeError(error, contract);
  }
}

function addressIn(word: string): string {
  return getAddress(dataSlice(word, 12, 32));
}
