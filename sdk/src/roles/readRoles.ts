import { ZeroAddress } from "ethers";
import { contractOf } from "../connection/Connection.js";
import type { PinnedConnection } from "../connection/pin.js";
import type { ContractDefinition } from "../contract/ContractDefinition.js";
import { read } from "../contract/read.js";
import { hasRole } from "../generated/actions/timelock/hasRole.js";
import { readEvents } from "../history/readEvents.js";
import type { RoleEntry } from "./RoleEntry.js";

/** Who holds which role of a contract; nothing of one that keeps no roles. */
export async function readRoles(connection: PinnedConnection, contract: ContractDefinition): Promise<RoleEntry[]> {
  const constants = contract.abi.flatMap(({ type, name }) =>
    type === "function" && name?.endsWith("_ROLE") === true ? [name] : [],
  );
  const ids = await Promise.all(constants.map((name) => read<string>(connection, contract, `${name}()`, [])));
  const names = new Map(ids.map((role, index) => [role, constants[index]!]));
  const members =
    contract.name === "Timelock" ? await searchMembers(connection, ids) : await listMembers(connection, contract, ids);
  const { address } = contractOf(connection, contract.name);
  return [...members].map(([role, holders]) => ({
    contract: contract.name,
    address,
    role: names.get(role) ?? role,
    members: holders,
  }));
}

/** The members of roles, where the contract lists them. */
async function listMembers(
  connection: PinnedConnection,
  contract: ContractDefinition,
  roles: readonly string[],
): Promise<Map<string, string[]>> {
  const members = await Promise.all(
    roles.map((role) => read<string[]>(connection, contract, "getRoleMembers(bytes32)", [role])),
  );
  return new Map(roles.map((role, index) => [role, members[index]!]));
}

/**
 * The members of roles of the timelock, which does not list them, and of all others that were ever granted: those of whom an
 * event tells, as far as they hold it still. Anyone may be a member too, which zero stands for.
 */
async function searchMembers(connection: PinnedConnection, roles: readonly string[]): Promise<Map<string, string[]>> {
  const events = await readEvents(connection, { contract: "Timelock", event: "RoleGranted" });
  const candidates = new Map(roles.map((role) => [role, new Set([ZeroAddress])]));
  for (const { args } of events) {
    const { role, account } = args;
    candidates.set(role, (candidates.get(role) ?? new Set([ZeroAddress])).add(account));
  }
  const members = await Promise.all(
    [...candidates].map(async ([role, accounts]): Promise<[string, string[]]> => {
      const all = [...accounts];
      const holds = await Promise.all(all.map((account) => hasRole(connection, { role, account })));
      return [role, all.filter((_, index) => holds[index])];
    }),
  );
  return new Map(members);
}
