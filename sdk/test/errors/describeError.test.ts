import { expect } from "chai";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { FetchRequest, Interface, JsonRpcProvider, makeError, parseEther, Wallet } from "ethers";
import { stakeWeightAbi } from "../../src/abi.js";
import type { ContractName } from "../../src/deployments/index.js";
import {
  ContractError,
  describeError,
  InsufficientGasFundsError,
  InvalidValueError,
  isContractError,
  NodeAnswerError,
  NodeUnreachableError,
  NonceError,
  NoSignerError,
  PanicError,
  ReasonError,
  RejectedError,
  UnknownRevertError,
} from "../../src/errors/index.js";

const abi = new Interface(stakeWeightAbi);
const builtIn = new Interface(["error Error(string)", "error Panic(uint256)"]);
const account = `0x${"1".repeat(40)}`;
const refused = abi.encodeErrorResult("PositionExists", [account, parseEther("1000")]);
const calldata = abi.encodeFunctionData("stake", [1n, 52n]);
const txHash = `0x${"ab".repeat(32)}`;
const transaction = { to: account, from: account, data: calldata };

/** Ends in a key that nobody is to read. */
const SECRET = "s3cr3t-k3y";

/** A node that answers every JSON-RPC request with an error. */
function rpcError(error: unknown): RequestListener {
  return (request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { id, method } = JSON.parse(body) as { id: number; method: string };
      const answers: Record<string, unknown> = { eth_chainId: "0x7a69", eth_blockNumber: "0x1" };
      const result = answers[method];
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ jsonrpc: "2.0", id, ...(result === undefined ? { error } : { result }) }));
    });
  };
}

/** Does something with a provider of a node that answers so; its URL holds a key. */
async function against<T>(
  listener: RequestListener,
  action: (provider: JsonRpcProvider, host: string) => Promise<T>,
  configure: (request: FetchRequest) => void = () => undefined,
): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request = new FetchRequest(`http://${host}/v2/${SECRET}?key=${SECRET}`);
  configure(request);
  const provider = new JsonRpcProvider(request, 31337, { staticNetwork: true, batchMaxCount: 1 });
  try {
    return await action(provider, host);
  } finally {
    provider.destroy();
    server.closeAllConnections();
    server.close();
  }
}

/** What an action fails with, described. */
async function failure(action: () => Promise<unknown>): Promise<unknown> {
  try {
    await action();
  } catch (error) {
    return describeError(error, "StakeWeight");
  }
  throw new Error("nothing failed");
}

describe("describeError", () => {
  describe("revert data", () => {
    const places: Record<string, unknown> = {
      "ethers' call exception": makeError("execution reverted", "CALL_EXCEPTION", {
        action: "call",
        data: refused,
        reason: null,
        transaction,
        invocation: null,
        revert: null,
      }),
      "geth's answer": { code: 3, message: "execution reverted", data: refused },
      "an answer within ethers' unknown error": Object.assign(new Error("could not coalesce error"), {
        code: "UNKNOWN_ERROR",
        error: { code: 3, message: "execution reverted", data: refused },
        payload: { method: "eth_sendTransaction", params: [transaction] },
      }),
      "Hardhat's answer": {
        code: -32603,
        message: "Error: VM Exception",
        data: { message: "…", txHash, data: refused },
      },
      "ethers' info": Object.assign(new Error("missing revert data"), {
        code: "CALL_EXCEPTION",
        data: null,
        transaction,
        info: {
          error: { code: -32603, data: { originalError: { data: refused } } },
          payload: { params: [transaction] },
        },
      }),
      "Nethermind's text": { code: -32015, message: "VM execution error.", data: `Reverted ${refused}` },
      "Ganache's answer": { code: -32000, message: "revert", data: { [txHash]: { error: "revert", return: refused } } },
      "Ganache's newer answer": { message: "revert", data: { hash: txHash, result: refused, reason: "…" } },
      "nested causes": new Error("a", { cause: new Error("b", { cause: { cause: { error: { data: refused } } } }) }),
      "viem's raw": new Error("a", {
        cause: { name: "ContractFunctionRevertedError", raw: refused, data: { args: [] } },
      }),
      "the body of a refused request": Object.assign(new Error("server response 400"), {
        code: "SERVER_ERROR",
        info: { responseBody: JSON.stringify({ id: 1, error: { code: 3, data: refused } }) },
      }),
      "capital letters": { data: refused.toUpperCase().replace("0X", "0x") },
    };
    for (const [place, error] of Object.entries(places)) {
      it(`is found in ${place}`, () => {
        const described = describeError(error);
        expect(isContractError(described, "PositionExists")).to.equal(true);
        expect((described as ContractError).args).to.deep.equal({ account, amount: parseEther("1000") });
        expect((described as ContractError).message).to.include("a position of 1,000 WCT");
        expect((described as ContractError).data).to.equal(refused);
        expect((described as ContractError).selector).to.equal(refused.slice(0, 10));
      });
    }

    it("keeps the error as its cause", () => {
      const error = { code: 3, data: refused };
      expect(describeError(error)).to.have.property("cause", error);
    });

    it("is not the call's data", () => {
      const thrown = [
        Object.assign(new Error("x"), { transaction }),
        Object.assign(new Error("x"), { transaction, data: calldata }),
        Object.assign(new Error("x"), { payload: { params: [transaction] }, error: { data: calldata } }),
        Object.assign(new Error("x"), { to: account, data: refused }),
        Object.assign(new Error("x"), { info: { transaction: { ...transaction, data: refused } } }),
      ];
      for (const error of thrown) expect(describeError(error)).to.equal(error);
    });

    it("is neither a hash nor an address", () => {
      for (const data of [txHash, account, "0x12"]) {
        const error = { code: -32000, message: "x", data };
        expect(describeError(error)).to.equal(error);
      }
    });

    it("survives errors that wrap themselves, and those that cannot be read", () => {
      const circular = new Error("x") as Error & { error?: unknown };
      circular.error = circular;
      expect(describeError(circular)).to.equal(circular);
      const hostile = Object.defineProperty(new Error("x"), "data", {
        get: () => {
          throw new Error("not to be read");
        },
      });
      expect(describeError(hostile)).to.equal(hostile);
      for (const value of [undefined, null, 7, "text"]) expect(describeError(value)).to.equal(value);
    });
  });

  describe("whose error", () => {
    it("is that of the contract that was called, if it has such a one", () => {
      const data = abi.encodeErrorResult("ZeroAmount");
      expect(describeError({ data }, "NodeRewards")).to.include({ contract: "NodeRewards", called: "NodeRewards" });
      expect(describeError({ data })).to.include({ contract: "StakeWeight", called: undefined });
    });

    it("is another contract's, which the one that was called handed on", () => {
      const error = describeError({ data: refused }, "RewardDistributor");
      expect(error).to.include({ contract: "StakeWeight", called: "RewardDistributor", errorName: "PositionExists" });
    });

    it("is not guessed where many have it", () => {
      const data = abi.encodeErrorResult("EnforcedPause");
      const message = (contract?: ContractName) => (describeError({ data }, contract) as Error).message;
      expect(message("StakeWeight")).to.match(/^Staking is paused/);
      expect(message("LegacyStakeWeightBridge")).to.match(/^Staking is paused/);
      expect(message("NodeRegistry")).to.match(/^The node registry is paused/);
      expect(message("Timelock")).to.match(/^The contract is paused/);
      expect(message()).to.match(/^The contract is paused/);
    });

    it("gives the values of an ambiguous error the names and the meaning of the contract", () => {
      const selectorAndValues = new Interface(["error PeriodFinished(uint256,uint256)"]);
      const weeks = selectorAndValues.encodeErrorResult("PeriodFinished", [1_795_651_200n, 1_796_256_000n]);
      const periods = selectorAndValues.encodeErrorResult("PeriodFinished", [741n, 742n]);
      const rewards = describeError({ data: weeks }, "RewardDistributor") as ContractError;
      const wallets = describeError({ data: periods }, "WalletRewards") as ContractError;
      expect(rewards.args).to.deep.equal({ weekStart: 1_795_651_200n, earliest: 1_796_256_000n });
      expect(rewards.message).to.match(/^The week from 2026-11-26 00:00 UTC is over/);
      expect(wallets.args).to.deep.equal({ period: 741n, earliest: 742n });
      expect(wallets.message).to.match(/^Period 741 \(/);
    });
  });

  describe("reverts without a custom error", () => {
    it("tells the reason", () => {
      const data = builtIn.encodeErrorResult("Error", ["ERC20: paused"]);
      const error = describeError({ data }, "WCT");
      expect(error).to.be.instanceOf(ReasonError).and.include({ reason: "ERC20: paused", data });
      expect((error as Error).message).to.equal("WCT refused: ERC20: paused.");
    });

    it("tells what a panic means", () => {
      const error = describeError({ data: builtIn.encodeErrorResult("Panic", [0x11n]) }, "StakeWeight");
      expect(error).to.be.instanceOf(PanicError).and.include({ code: 0x11n });
      expect((error as Error).message).to.match(/StakeWeight stopped: a number became too large .*\(panic 0x11\)/);
      const unknown = describeError({ data: builtIn.encodeErrorResult("Panic", [0xffn]) });
      expect((unknown as Error).message).to.match(
        /^The contract stopped: a check of the compiler failed \(panic 0xff\)/,
      );
    });

    it("gives the data of an error that nobody knows", () => {
      const data = `0xdeadbeef${"0".repeat(63)}7`;
      const error = describeError({ code: 3, data }, "StakeWeight");
      expect(error).to.be.instanceOf(UnknownRevertError).and.include({ data, selector: "0xdeadbeef" });
      expect((error as Error).message).to.include(data);
    });

    it("gives the data of an error whose values are cut off", () => {
      const error = describeError(makeError("x", "CALL_EXCEPTION", { data: refused.slice(0, 60) } as never));
      expect(error)
        .to.be.instanceOf(UnknownRevertError)
        .and.include({ data: refused.slice(0, 60) });
    });

    it("tells that there is no reason", () => {
      const mined = Object.assign(new Error("transaction execution reverted"), {
        code: "CALL_EXCEPTION",
        data: null,
        receipt: { status: 0 },
        transaction,
      });
      for (const error of [
        mined,
        { code: 3, message: "execution reverted", data: "0x" },
        new Error("x", { cause: { code: -32000, message: "execution reverted" } }),
      ]) {
        const described = describeError(error, "StakeWeight");
        expect(described).to.be.instanceOf(UnknownRevertError).and.include({ data: "0x", selector: undefined });
        expect((described as Error).message).to.match(/^StakeWeight refused without a reason: .*gas/);
      }
    });
  });

  describe("a node's answers over HTTP", () => {
    const call = (provider: JsonRpcProvider) => provider.call(transaction);
    const estimate = (provider: JsonRpcProvider) => provider.estimateGas(transaction);
    const send = (provider: JsonRpcProvider) =>
      Wallet.createRandom()
        .connect(provider)
        .sendTransaction({ to: account, data: calldata, nonce: 0, gasLimit: 100_000n, gasPrice: 1n, chainId: 31337 });

    for (const [name, action] of Object.entries({ call, estimate, send })) {
      it(`finds the error of geth in ${name}`, async () => {
        const answer = rpcError({ code: 3, message: "execution reverted", data: refused });
        expect(isContractError(await against(answer, (p) => failure(() => action(p))), "PositionExists")).to.equal(
          true,
        );
      });

      it(`finds the error of Hardhat in ${name}`, async () => {
        const answer = rpcError({
          code: -32603,
          message: "Error: VM Exception while processing transaction: reverted",
          data: { message: "VM Exception", txHash, data: refused },
        });
        expect(isContractError(await against(answer, (p) => failure(() => action(p))), "PositionExists")).to.equal(
          true,
        );
      });

      it(`takes a limit of requests for no refusal in ${name}`, async () => {
        const answer = rpcError({ code: -32005, message: "daily request count exceeded, request rate limited" });
        const error = await against(answer, (p) => failure(() => action(p)));
        expect(error).to.be.instanceOf(NodeUnreachableError).and.include({ reason: "rateLimited" });
      });
    }

    it("tells what else a node says, and does not take it for a refusal", async () => {
      const answer = rpcError({ code: -32000, message: "header not found" });
      const error = await against(answer, (p) => failure(() => call(p)));
      expect(error).to.be.instanceOf(NodeAnswerError).and.include({ said: "header not found" });
    });

    it("does not take too large a question for too many", () => {
      const error = { code: -32005, message: "query returned more than 10000 results" };
      expect(describeError(error)).to.equal(error);
    });

    it("tells that the account lacks ether, and whose it is", async () => {
      const messages = [
        "insufficient funds for gas * price + value: balance 0, tx cost 1",
        "Sender doesn't have enough funds to send tx. The max upfront cost is: 1",
      ];
      for (const message of messages) {
        const answer = rpcError({ code: -32000, message });
        const error = await against(answer, (p) => failure(() => send(p)));
        expect(error).to.be.instanceOf(InsufficientGasFundsError);
        expect((error as Error).message).to.include("does not have enough ether for the gas");
      }
      const estimated = await against(rpcError({ code: -32000, message: messages[0] }), (p) =>
        failure(() => estimate(p)),
      );
      expect(estimated).to.be.instanceOf(InsufficientGasFundsError).and.include({ account });
    });

    for (const [message, reason] of [
      ["nonce too low: next nonce 5, tx nonce 0", "used"],
      ["Nonce too high. Expected nonce to be 1 but got 7.", "ahead"],
      ["replacement transaction underpriced", "underpriced"],
      ["already known", "known"],
    ]) {
      it(`tells of a nonce: ${message}`, async () => {
        const answer = rpcError({ code: -32000, message });
        const error = await against(answer, (p) => failure(() => send(p)));
        expect(error).to.be.instanceOf(NonceError).and.include({ reason });
      });
    }
  });

  describe("a node that does not answer", () => {
    const read = (provider: JsonRpcProvider) => failure(() => provider.getBalance(account));
    const status =
      (code: number): RequestListener =>
      (_, response) => {
        response.statusCode = code;
        response.end(`no such key: ${SECRET}`);
      };

    for (const [code, reason, said] of [
      [401, "denied", "denies access (HTTP 401)"],
      [403, "denied", "denies access (HTTP 403)"],
      [404, "unreachable", "cannot be reached (HTTP 404)"],
      [503, "failing", "is failing (HTTP 503)"],
      [504, "timeout", "did not answer in time (HTTP 504)"],
    ] as const) {
      it(`tells of an HTTP status ${code}`, async () => {
        const { error, host } = await against(status(code), async (p, host) => ({ error: await read(p), host }));
        expect(error)
          .to.be.instanceOf(NodeUnreachableError)
          .and.include({ reason, host, detail: `HTTP ${code}` });
        expect((error as Error).message).to.include(`The node at ${host} ${said}`);
        expectNoSecret(error);
      });
    }

    it("tells of a limit of requests", async () => {
      const { error, host } = await against(
        status(429),
        async (p, host) => ({ error: await read(p), host }),
        (request) => {
          request.setThrottleParams({ maxAttempts: 2, slotInterval: 1 });
        },
      );
      expect(error).to.be.instanceOf(NodeUnreachableError).and.include({ reason: "rateLimited", host });
      expectNoSecret(error);
    });

    it("tells of no answer in time", async () => {
      const error = await against(
        () => undefined,
        (p) => read(p),
        (request) => {
          request.timeout = 50;
        },
      );
      expect(error).to.be.instanceOf(NodeUnreachableError).and.include({ reason: "timeout" });
      expectNoSecret(error);
    });

    it("tells of a broken connection", async () => {
      const error = await against((request) => request.socket.destroy(), read);
      expect(error).to.be.instanceOf(NodeUnreachableError).and.include({ reason: "unreachable", detail: "ECONNRESET" });
      expectNoSecret(error);
    });

    it("tells of a port that nobody listens at", async () => {
      const host = await against(
        () => undefined,
        (_, host) => Promise.resolve(host),
      );
      const provider = new JsonRpcProvider(`http://${host}/v2/${SECRET}`, 31337, { staticNetwork: true });
      const error = await read(provider);
      provider.destroy();
      expect(error).to.be.instanceOf(NodeUnreachableError).and.include({ host, detail: "ECONNREFUSED" });
      expect((error as Error).message).to.equal(
        `The node at ${host} cannot be reached (ECONNREFUSED); check that it runs, and that its URL is right.`,
      );
      expectNoSecret(error);
    });

    it("tells of a failing fetch", async () => {
      const error = await failure(() => fetch(`http://127.0.0.1:1/v2/${SECRET}`));
      expect(error).to.be.instanceOf(NodeUnreachableError).and.include({ reason: "unreachable" });
      expectNoSecret(error);
    });

    it("is not to blame for a transaction that is not mined in time", () => {
      const error = makeError("wait for transaction timeout", "TIMEOUT", { reason: "timeout" } as never);
      expect(describeError(error)).to.equal(error);
    });
  });

  it("takes keys in URLs out of any other error, and out of a revert's cause", () => {
    const url = `https://user:${SECRET}@node.example.org/v2/${SECRET}?k=${SECRET}`;
    const other = describeError(
      Object.assign(new TypeError(`cannot parse ${url}`, { cause: new Error(url) }), { code: 7 }),
    );
    expect(other).to.be.instanceOf(Error).and.include({ code: 7, message: "cannot parse node.example.org" });
    expectNoSecret(other);
    const data = abi.encodeErrorResult("ZeroAmount");
    const revert = describeError(Object.assign(new Error(`from ${url}`), { info: { requestUrl: url }, data }));
    expect(isContractError(revert, "ZeroAmount")).to.equal(true);
    expectNoSecret(revert);
  });

  it("tells that the signer refused", () => {
    const errors = [
      makeError("user rejected action", "ACTION_REJECTED", { action: "sendTransaction", reason: "rejected" }),
      { code: 4001, message: "MetaMask Tx Signature: User denied transaction signature." },
      new Error("x", { cause: { code: 4001 } }),
    ];
    for (const error of errors) expect(describeError(error)).to.be.instanceOf(RejectedError);
  });

  it("leaves what is described already, and what it does not know", () => {
    const errors = [
      describeError({ data: refused }),
      new RejectedError(),
      new InvalidValueError("amount", -1n, "above 0"),
      new NoSignerError("stake(uint256,uint256)"),
      new TypeError("something else"),
    ];
    for (const error of errors) expect(describeError(error)).to.equal(error);
  });
});

/** Neither in what is printed nor in what is kept. */
function expectNoSecret(error: unknown): void {
  expect(inspect(error, { depth: 20, showHidden: true })).not.to.include(SECRET);
  for (let each = error; each instanceof Error; each = each.cause) {
    expect(each.message).not.to.include(SECRET);
    expect(each.stack).not.to.include(SECRET);
  }
}
