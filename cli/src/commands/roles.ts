import { ZeroAddress } from "ethers";
import { type Connection, roles } from "stakeweight-sdk";
import { formatTable } from "../output/formatTable.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";

/** `roles`: who may do what. */
export const addRoles: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("roles")
    .summary("who may do what")
    .description("Lists who holds each role of each contract, and who can exchange the code behind it.")
    .addHelpText("after", examples("roles", "roles --json"));
  act(command, surroundings, async (context) => {
    const { output } = context;
    const connection = await context.connect();
    const entries = await roles.listRoles(connection);
    const names = namesOf(connection, entries);
    const named = entries.map((entry) => ({
      ...entry,
      members: entry.members.map((address) => ({ address, name: names.get(address) ?? null })),
    }));
    output.data({ roles: named }, () => {
      const rows = named.map(({ contract, role, members }, index) => [
        // Each contract once: the eye finds where it begins.
        named[index - 1]?.contract === contract ? "" : output.colors.bold(contract),
        role,
        members.map(({ address, name }) => name ?? address).join("\n") || output.colors.dim("nobody"),
      ]);
      return formatTable(["Contract", "Role", "Held by"], rows, output.colors);
    });
  });
};

/** The contracts by their addresses; zero holds a role for anyone. */
function namesOf({ deployment }: Connection, entries: readonly roles.RoleEntry[]): Map<string, string> {
  return new Map([
    ...entries.map(({ address, contract }): [string, string] => [address, contract]),
    ...Object.entries(deployment.contracts).map(([name, { address }]): [string, string] => [address, name]),
    [ZeroAddress, "anyone"],
  ]);
}
