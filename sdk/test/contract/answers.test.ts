import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { JsonRpcProvider } from "ethers";
import {
  atBlock,
  connect,
  type Connection,
  describeError,
  NodeAnswerError,
  pin,
  staking,
  UnreadableAnswerError,
  verifyDeployment,
} from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { rejection } from "../support/rejection.js";

const account = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const nowhere = "0x00000000000000000000000000000000000000AA";

describe("what is not at a contract's address", () => {
  const chain = useChain();

  /** A connection whose StakeWeight is said to stand somewhere else. */
  async function standingAt(address: (connection: Connection) => string): Promise<Connection> {
    const connection = await connect({ runner: chain().provider, account });
    const { deployment } = connection;
    const StakeWeight = { ...deployment.contracts.StakeWeight!, address: address(connection) };
    return { ...connection, deployment: { ...deployment, contracts: { ...deployment.contracts, StakeWeight } } };
  }

  it("is told to be missing, by name, address and function", async () => {
    const error = await rejection(staking.positionOf(await standingAt(() => nowhere), { account }));
    expect(error).to.be.instanceOf(UnreadableAnswerError).and.include({
      contract: "StakeWeight",
      address: nowhere,
      signature: "positionOf(address)",
      answer: "0x",
    });
    expect(error.message).to.match(
      /^StakeWeight does not answer positionOf\(address\) at 0x0+AA: there is no contract/,
    );
    expect(describeError(error)).to.equal(error);
  });

  it("is told to be missing before it was deployed", async () => {
    const connection = await connect({ runner: chain().provider });
    const error = await rejection(staking.totalStaked(atBlock(connection, 0)));
    expect(error).to.be.instanceOf(UnreadableAnswerError);
  });

  it("does not simulate well, whether something is returned or nothing", async () => {
    const connection = await standingAt(() => nowhere);
    const nothing = staking.stake(connection, { amount: 1n, presetWeeks: 52 });
    const something = staking.withdraw(connection);
    for (const call of [nothing, something]) {
      expect(await rejection(call.simulate())).to.be.instanceOf(UnreadableAnswerError);
    }
  });
});

describe("a node that answers nonsense", () => {
  /** What a node that answers so, but for its chain, is to `action`. */
  async function against(answer: object, action: (connection: Connection) => Promise<unknown>): Promise<Error> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const { id, method } = JSON.parse(body) as { id: number; method: string };
        const answered = method === "eth_chainId" ? { result: "0x7a69" } : answer;
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ jsonrpc: "2.0", id, ...answered }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const provider = new JsonRpcProvider(`http://127.0.0.1:${port}`, 31337, { staticNetwork: true, batchMaxCount: 1 });
    try {
      return await rejection(action(await connect({ runner: provider, account })));
    } finally {
      provider.destroy();
      server.closeAllConnections();
      server.close();
    }
  }

  const actions: Record<string, (connection: Connection) => Promise<unknown>> = {
    "a read": (connection) => staking.totalStaked(connection),
    "a simulation": (connection) => staking.withdraw(connection).simulate(),
    "a block": (connection) => pin(connection),
    "the code": ({ provider, deployment }) => verifyDeployment({ provider, deployment }),
  };
  for (const [what, action] of Object.entries(actions)) {
    it(`is told so when asked for ${what}`, async () => {
      const error = await against({ result: null }, action);
      expect(error).to.be.instanceOf(NodeAnswerError).and.have.property("said", undefined);
      expect(error.message).to.contain("makes no sense");
    });

    it(`is quoted without keys and control characters when asked for ${what}`, async () => {
      const message = "boom \u001b[31m see https://node.example/v2/s3cr3t.";
      const error = describeError(await against({ error: { code: -32000, message } }, action));
      expect(error).to.be.instanceOf(NodeAnswerError).and.include({
        message: "The node answers with an error: boom [31m see node.example. Try again, or use another one.",
      });
    });
  }

  it("does not take half a block for one", async () => {
    const error = await against({ result: "0x" }, pin);
    expect(error).to.be.instanceOf(NodeAnswerError);
  });
});
