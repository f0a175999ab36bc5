import { Contract, type Log, type Provider, ZeroAddress, ZeroHash } from "ethers";
import { readLogs } from "stakeweight-sdk/history";
import { IAccessControl__factory } from "../../typechain-types/factories/@openzeppelin/contracts/access";
import { IAccessControlEnumerable__factory } from "../../typechain-types/factories/@openzeppelin/contracts/access/extensions";
import type { RecordedContract } from "./recordedContracts";
import type { ChainRights } from "./types";

const accessEvents = IAccessControl__factory.createInterface();

/** Where a contract's roles are read: as they stand at the end of this block. */
interface Place {
  provider: Provider;
  block: number;
}

/** What happened to the roles of one contract. */
interface RoleEvents {
  roles: Set<string>;
  /** Who was ever granted which role. */
  granted: { role: string; account: string }[];
}

/**
 * Reads who holds which role of contracts that keep roles: those that have a constant in the ABI, and all others that an event
 * has ever named. Where members cannot be listed, they are among those that an event or `suspects` names.
 */
export async function readRoles(
  options: Place & { contracts: RecordedContract[]; suspects: string[] },
): Promise<ChainRights> {
  const { provider, block, suspects } = options;
  const contracts = options.contracts.filter(({ functions }) => functions.has("hasRole(bytes32,address)"));
  const all: ChainRights = { rights: [], foreignRoleAdmins: [] };
  const events = await readRoleEvents({ contracts, provider, block });
  for (const contract of contracts) {
    const { roles, granted } = events.get(contract.address) ?? { roles: new Set<string>(), granted: [] };
    const names = await roleNamesById(contract, { provider, block });
    for (const role of new Set([...names.keys(), ...roles])) {
      const right = names.get(role) ?? role;
      const accounts = granted.filter((grant) => grant.role === role).map(({ account }) => account);
      const candidates = [...new Set([...accounts, ...suspects, ZeroAddress])];
      const members = await membersOf(contract, role, candidates, { provider, block });
      all.rights.push(...members.map((holder) => ({ contract: contract.name, right, holder })));
      const access = IAccessControl__factory.connect(contract.address, provider);
      const admin = await access.getRoleAdmin(role, { blockTag: block });
      if (admin !== ZeroHash) {
        all.foreignRoleAdmins.push({ contract: contract.name, role: right, admin: names.get(admin) ?? admin });
      }
    }
  }
  return all;
}

async function readRoleEvents(options: Place & { contracts: RecordedContract[] }): Promise<Map<string, RoleEvents>> {
  const { contracts, provider, block } = options;
  const events = new Map<string, RoleEvents>();
  if (contracts.length === 0) return events;
  const names = ["RoleGranted", "RoleRevoked", "RoleAdminChanged"] as const;
  const topics = names.map((name) => accessEvents.getEvent(name).topicHash);
  const logs = await readLogs(provider, {
    filter: { address: contracts.map(({ address }) => address), topics: [topics] },
    fromBlock: Math.min(...contracts.map(({ since }) => since)),
    toBlock: block,
  });
  for (const log of logs) {
    const known = events.get(log.address) ?? { roles: new Set<string>(), granted: [] };
    events.set(log.address, known);
    addEvent(known, log);
  }
  return events;
}

function addEvent({ roles, granted }: RoleEvents, log: Log): void {
  const event = accessEvents.parseLog(log)!;
  const role = event.args[0] as string;
  roles.add(role);
  if (event.name === "RoleGranted") granted.push({ role, account: event.args[1] as string });
  // The role that administers it from now on may have no constant either.
  if (event.name === "RoleAdminChanged") roles.add(event.args[2] as string);
}

async function roleNamesById(
  { address, roles }: RecordedContract,
  { provider, block }: Place,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const name of [...roles].sort()) {
    const contract = new Contract(address, [`function ${name}() view returns (bytes32)`], provider);
    names.set((await contract.getFunction(name)({ blockTag: block })) as string, name);
  }
  return names;
}

async function membersOf(
  { address, functions }: RecordedContract,
  role: string,
  candidates: string[],
  { provider, block: blockTag }: Place,
): Promise<string[]> {
  if (functions.has("getRoleMemberCount(bytes32)")) {
    const access = IAccessControlEnumerable__factory.connect(address, provider);
    const count = Number(await access.getRoleMemberCount(role, { blockTag }));
    return Promise.all(Array.from({ length: count }, (_, index) => access.getRoleMember(role, index, { blockTag })));
  }
  const access = IAccessControl__factory.connect(address, provider);
  const held = await Promise.all(candidates.map((account) => access.hasRole(role, account, { blockTag })));
  return candidates.filter((_, index) => held[index]);
}
