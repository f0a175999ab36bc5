import { Contract, dataSlice, getAddress, type Provider, ZeroAddress } from "ethers";
import { Ownable__factory } from "../../typechain-types/factories/@openzeppelin/contracts/access";
import { readRoles } from "./readRoles";
import { RoleCheckError } from "./RoleCheckError";
import { type RecordedContract, recordedContracts } from "./recordedContracts";
import type { ChainRights, Records, Right } from "./types";

/** keccak256("eip1967.proxy.admin") − 1 */
const ADMIN_SLOT = "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103";

/**
 * Reads every role, owner and proxy administrator of every contract of a deployment back from the chain, all as of one block.
 * `suspects` are looked for even where no event names them.
 */
export async function readRights(options: {
  records: Records;
  provider: Provider;
  /** The network's name, for errors. */
  network: string;
  suspects: string[];
}): Promise<ChainRights> {
  const { records, provider, network, suspects } = options;
  const contracts = recordedContracts(records);
  if (contracts.length === 0) {
    throw new RoleCheckError(`nothing is recorded as deployed on network ${network}: choose another with --network`);
  }
  const block = await provider.getBlockNumber();
  for (const { name, address } of contracts) {
    if ((await provider.getCode(address, block)) !== "0x") continue;
    throw new RoleCheckError(
      `no contract at ${address} (${name}) on network ${network}: is this chain the one that was deployed to?`,
    );
  }
  const { rights, foreignRoleAdmins } = await readRoles({ contracts, provider, block, suspects });
  for (const contract of contracts) {
    rights.push(
      ...(await readProxyAdmin(contract, contracts, provider, block)),
      ...(await readOwner(contract, provider, block)),
      ...(await readGovernor(contract, provider, block)),
    );
  }
  return { rights, foreignRoleAdmins };
}

/** Who administers a proxy and, where no record tells of that administrator, who owns it. */
async function readProxyAdmin(
  { name, address }: RecordedContract,
  contracts: RecordedContract[],
  provider: Provider,
  block: number,
): Promise<Right[]> {
  const holder = getAddress(dataSlice(await provider.getStorage(address, ADMIN_SLOT, block), 12));
  if (holder === ZeroAddress) return [];
  const proxyAdmin = { contract: name, right: "proxy admin", holder };
  if (contracts.some((contract) => contract.address === holder)) return [proxyAdmin];
  const owned = { name: holder, address: holder, functions: new Set(["owner()"]), roles: new Set<string>(), since: 0 };
  return [proxyAdmin, ...(await readOwner(owned, provider, block))];
}

/** Zero owns nothing: the right was given up. */
async function readOwner(
  { name, address, functions }: RecordedContract,
  provider: Provider,
  blockTag: number,
): Promise<Right[]> {
  if (!functions.has("owner()")) return [];
  const holder = await Ownable__factory.connect(address, provider).owner({ blockTag });
  return holder === ZeroAddress ? [] : [{ contract: name, right: "owner", holder }];
}

/** By whom a governor has its proposals executed, which may also change its settings, and who tells it the votes. */
async function readGovernor(
  { name, address, functions }: RecordedContract,
  provider: Provider,
  blockTag: number,
): Promise<Right[]> {
  if (!functions.has("COUNTING_MODE()")) return [];
  const governor = new Contract(
    address,
    ["function timelock() view returns (address)", "function token() view returns (address)"],
    provider,
  );
  const read = async (getter: string) => (await governor.getFunction(getter)({ blockTag })) as string;
  return [
    { contract: name, right: "timelock", holder: await read("timelock") },
    { contract: name, right: "source of votes", holder: await read("token") },
  ];
}
