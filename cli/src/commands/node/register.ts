import { ZeroAddress } from "ethers";
import { identities, registry, time } from "stakeweight-sdk";
import { findNodeKey, type NodeKeyOptions } from "../../keys/findNodeKey.js";
import { change } from "../../write/Plan.js";
import { write } from "../../write/write.js";
import { act } from "../act.js";
import type { AddCommand } from "../AddCommand.js";
import { examples } from "../examples.js";
import { withWriteOptions } from "../withWriteOptions.js";
import { nodeResult } from "./nodeResult.js";
import { statusChange } from "./statusChange.js";

/** `node register --endpoint <url>`: registers the operator's node. */
export const addNodeRegister: AddCommand = (parent, surroundings) => {
  const command = withWriteOptions(
    parent
      .command("register")
      .summary("register your node, or register it anew")
      .description("Registers your node: it stands by until it is called up. Its own key signs that it belongs to you.")
      .requiredOption("-e, --endpoint <url>", "where it answers, in small letters")
      .option("--node-keystore <file|name>", "the key of its reports (or STAKEWEIGHT_NODE_KEYSTORE)")
      .option("--node-password-file <file>", "that keystore's password (or STAKEWEIGHT_NODE_PASSWORD_FILE)"),
  ).addHelpText(
    "after",
    `
The key of the reports may also be STAKEWEIGHT_NODE_PRIVATE_KEY in the environment. It belongs to its operator for ever.
${examples("node register --endpoint https://node.example --node-keystore node-key --keystore alice")}`,
  );
  act<NodeKeyOptions & { endpoint: string }>(command, surroundings, async (context, { options }) => {
    const { endpoint } = options;
    const nodeKey = await findNodeKey({ ...options, settings: context.settings }, surroundings);
    const connection = await context.connectToWrite();
    const keySigner = await nodeKey.open();
    const call = await registry.prepareRegister(connection, { keySigner, endpoint });
    const operator = connection.account!;
    const epoch = time.epochOf(await time.chainTime(connection));
    const [before, after, key] = await Promise.all([
      registry.nodeOf(connection, { operator }),
      registry.previewNode(connection, { call }),
      identities.keyAt(connection, { operator, epoch }),
    ]);
    const title = `Register the node at ${endpoint}`;
    await write(context, connection, {
      title,
      steps: [{ call, description: title }],
      changes: [
        statusChange(before.status, after.status),
        change("key", "Key of its reports", {
          before: key === ZeroAddress ? null : key,
          after: keySigner.address,
          format: (address) => address ?? "none",
        }),
      ],
      result: async () => {
        const { facts, json } = await nodeResult(connection);
        return { facts: [...facts, ["Key", keySigner.address]], json: { ...json, key: keySigner.address } };
      },
    });
  });
};
