import { expect } from "chai";
import {
  AbstractSigner,
  MaxUint256,
  parseEther,
  type TypedDataDomain,
  type TypedDataField,
  VoidSigner,
  Wallet,
} from "ethers";
import { type Call, connect, type Connection, InvalidValueError, staking, token } from "../../src/index.js";
import { interfaceOf } from "../../src/contract/interfaceOf.js";
import { stakeWeight } from "../../src/generated/actions/stakeWeight/contract.js";
import { wct } from "../../src/generated/actions/wct/contract.js";
import { useChain } from "../support/chain.js";
import { doAt } from "../support/doAt.js";

describe("preparing to stake", () => {
  const chain = useChain();
  let connection: Connection;
  let account: string;
  let spender: string;
  const amount = parseEther("1000");

  beforeEach(async () => {
    const { wallets, connectAs, give } = chain();
    connection = await connectAs(wallets[5]!);
    account = connection.account!;
    spender = connection.deployment.contracts.StakeWeight!.address;
    await give(account, parseEther("5000"));
  });

  const names = (calls: Call<unknown>[]) => calls.map(({ signature }) => signature.split("(")[0]);
  const allowance = () => token.allowance(connection, { owner: account, spender });
  async function sendAll(calls: Call<unknown>[]): Promise<void> {
    for (const call of calls) await doAt(chain(), call);
  }

  describe("with a permit", () => {
    it("stakes in one call, with a permit of exactly the amount", async () => {
      const calls = await staking.prepareStake(connection, { amount, presetWeeks: 52 });
      expect(names(calls)).to.deep.equal(["stakeWithPermit"]);
      await sendAll(calls);
      expect(await staking.getStake(connection)).to.have.nested.property("position.amount", amount);
      expect(await allowance()).to.equal(0n);
    });

    it("is valid for an hour by the chain's clock", async () => {
      const then = BigInt((await chain().now()) + 50_000_000);
      await chain().warpTo(Number(then));
      const [call] = await staking.prepareStake(connection, { amount, presetWeeks: 52 });
      expect(call!.args[2]).to.equal(then + 3_600n);
      await doAt(chain(), call!, then + 3_600n);
    });

    it("is refused after that hour, for want of an allowance", async () => {
      const [call] = await staking.prepareStake(connection, { amount, presetWeeks: 52 });
      await chain().warpTo(Number(call!.args[2]) + 1);
      let refused = false;
      await call!.simulate().catch(() => (refused = true));
      expect(refused).to.equal(true);
    });

    it("increases in one call", async () => {
      await sendAll(await staking.prepareStake(connection, { amount, presetWeeks: 52 }));
      const calls = await staking.prepareIncrease(connection, { amount: 5n });
      expect(names(calls)).to.deep.equal(["multicall"]);
      await sendAll(calls);
      expect((await staking.getStake(connection)).position.amount).to.equal(amount + 5n);
      expect(await allowance()).to.equal(0n);
    });

    it("updates in one call", async () => {
      await sendAll(await staking.prepareStake(connection, { amount, presetWeeks: 52 }));
      const calls = await staking.prepareUpdate(connection, { amount: 5n, presetWeeks: 104 });
      expect(names(calls)).to.deep.equal(["multicall"]);
      await sendAll(calls);
      const { position } = await staking.getStake(connection);
      expect(position).to.deep.include({ amount: amount + 5n, presetWeeks: 104n });
    });

    it("stakes all the same when somebody else used the permit first", async () => {
      const calls = await staking.prepareStake(connection, { amount, presetWeeks: 52 });
      const [value, , deadline, v, r, s] = calls[0]!.args as [bigint, bigint, bigint, number, string, string];
      const thief = await chain().connectAs(chain().wallets[6]!);
      await doAt(chain(), token.permit(thief, { owner: account, spender, value, deadline, v, r, s }));
      await sendAll(calls);
      expect((await staking.getStake(connection)).position.amount).to.equal(amount);
    });

    it("increases all the same when somebody else used the permit first", async () => {
      await sendAll(await staking.prepareStake(connection, { amount, presetWeeks: 52 }));
      const calls = await staking.prepareIncrease(connection, { amount: 5n });
      const [[permitData]] = calls[0]!.args as [[string]];
      const [value, deadline, v, r, s] = interfaceOf(stakeWeight).decodeFunctionData(
        "selfPermit",
        permitData,
      ) as unknown as [bigint, bigint, bigint, string, string];
      const thief = await chain().connectAs(chain().wallets[6]!);
      await doAt(chain(), token.permit(thief, { owner: account, spender, value, deadline, v, r, s }));
      await sendAll(calls);
      expect((await staking.getStake(connection)).position.amount).to.equal(amount + 5n);
    });
  });

  describe("without a permit", () => {
    it("approves exactly the amount first if asked to", async () => {
      const calls = await staking.prepareStake(connection, { amount, presetWeeks: 52, permit: false });
      expect(names(calls)).to.deep.equal(["approve", "stake"]);
      expect(calls[0]!.args).to.deep.equal([spender, amount]);
      await sendAll(calls);
      expect(await allowance()).to.equal(0n);
      const increase = await staking.prepareIncrease(connection, { amount: 5n, permit: false });
      expect(names(increase)).to.deep.equal(["approve", "increaseAmount"]);
      await sendAll(increase);
      const update = await staking.prepareUpdate(connection, { amount: 5n, presetWeeks: 78, permit: false });
      expect(names(update)).to.deep.equal(["approve", "update"]);
      await sendAll(update);
      expect((await staking.getStake(connection)).position).to.deep.include({ amount: amount + 10n, presetWeeks: 78n });
    });

    it("is one call when the allowance is enough, and not when it lacks one wei", async () => {
      await doAt(chain(), token.approve(connection, { spender, value: amount }));
      expect(names(await staking.prepareStake(connection, { amount, presetWeeks: 52 }))).to.deep.equal(["stake"]);
      const more = await staking.prepareStake(connection, { amount: amount + 1n, presetWeeks: 52, permit: false });
      expect(names(more)).to.deep.equal(["approve", "stake"]);
      await sendAll(more);
      expect(await allowance()).to.equal(0n);
    });

    it("is one call for nothing, which needs no allowance", async () => {
      expect(names(await staking.prepareStake(connection, { amount: 0, presetWeeks: 52 }))).to.deep.equal(["stake"]);
      const update = await staking.prepareUpdate(connection, { amount: 0, presetWeeks: 52 });
      expect(names(update)).to.deep.equal(["update"]);
    });

    it("approves for a connection that names an account and has no signer", async () => {
      const reader = await connect({ runner: chain().provider, account });
      const calls = await staking.prepareStake(reader, { amount, presetWeeks: 52 });
      expect(names(calls)).to.deep.equal(["approve", "stake"]);
      expect(calls[0]!.transaction).to.have.property("from", account);
    });

    it("approves for a signer that cannot sign typed data", async () => {
      const silent = await connect({ runner: new VoidSigner(account, chain().provider) });
      const calls = await staking.prepareStake(silent, { amount, presetWeeks: 52 });
      expect(names(calls)).to.deep.equal(["approve", "stake"]);
    });

    it("approves for an account whose signature is not the key's own", async () => {
      const other = await connect({ runner: new OtherKeySigner(account, chain().wallets[9]!) });
      const calls = await staking.prepareStake(other, { amount, presetWeeks: 52 });
      expect(names(calls)).to.deep.equal(["approve", "stake"]);
    });

    it("approves a token without permits", async () => {
      const elsewhere: Connection = {
        ...connection,
        provider: withoutFunctions(connection, ["nonces", "eip712Domain", "DOMAIN_SEPARATOR", "permit"]),
      };
      const calls = await staking.prepareStake(elsewhere, { amount, presetWeeks: 52 });
      expect(names(calls)).to.deep.equal(["approve", "stake"]);
    });

    it("permits on a token with the usual domain that does not tell it", async () => {
      const elsewhere: Connection = { ...connection, provider: withoutFunctions(connection, ["eip712Domain"]) };
      const calls = await staking.prepareStake(elsewhere, { amount, presetWeeks: 52 });
      expect(names(calls)).to.deep.equal(["stakeWithPermit"]);
      await sendAll(calls);
    });
  });

  it("does not take a node that fails for a token without permits", async () => {
    const failing: Connection = { ...connection, provider: withoutFunctions(connection, ["nonces"], "SERVER_ERROR") };
    let error: unknown;
    await staking.prepareStake(failing, { amount, presetWeeks: 52 }).catch((thrown: unknown) => (error = thrown));
    expect(error).to.be.instanceOf(Error);
  });

  it("throws what the signer throws if its owner refuses", async () => {
    const refusing = await connect({ runner: new RefusingSigner(account, chain().wallets[5]!) });
    let error: unknown;
    await staking.prepareStake(refusing, { amount, presetWeeks: 52 }).catch((thrown: unknown) => (error = thrown));
    expect(error).to.be.instanceOf(Error);
    expect((error as Error).message).to.match(/reject|refus/i);
  });

  it("throws without an account", async () => {
    const reader = await connect({ runner: chain().provider });
    let error: unknown;
    await staking.prepareStake(reader, { amount, presetWeeks: 52 }).catch((thrown: unknown) => (error = thrown));
    expect(error).to.be.instanceOf(InvalidValueError).with.property("parameter", "account");
  });

  it("prepares the largest amount, for the chain to refuse", async () => {
    const calls = await staking.prepareStake(connection, { amount: MaxUint256, presetWeeks: 104 });
    expect(names(calls)).to.deep.equal(["stakeWithPermit"]);
  });
});

/** Stands for a contract's account behind a wallet: it answers with some other key's signature. */
class OtherKeySigner extends AbstractSigner {
  constructor(
    readonly account: string,
    readonly key: Wallet,
  ) {
    super(key.provider);
  }

  override getAddress(): Promise<string> {
    return Promise.resolve(this.account);
  }

  override connect(): this {
    return this;
  }

  override signTransaction(): Promise<string> {
    throw new Error("not part of this");
  }

  override signMessage(): Promise<string> {
    throw new Error("not part of this");
  }

  override signTypedData(
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    value: Record<string, unknown>,
  ): Promise<string> {
    return this.key.signTypedData(domain, types, value);
  }
}

/** Stands for a person who presses "Reject". */
class RefusingSigner extends OtherKeySigner {
  override signTypedData(): Promise<string> {
    return Promise.reject(Object.assign(new Error("user rejected action"), { code: "ACTION_REJECTED" }));
  }
}

/** The same chain, whose token lacks some functions, or whose node fails to call them. */
function withoutFunctions(
  { provider }: Connection,
  missing: string[],
  code: "CALL_EXCEPTION" | "SERVER_ERROR" = "CALL_EXCEPTION",
): Connection["provider"] {
  const selectors = missing.map((name) => interfaceOf(wct).getFunction(name)!.selector);
  return new Proxy(provider, {
    get(target, property) {
      if (property !== "call") {
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      }
      return (transaction: { data: string }) =>
        selectors.some((selector) => transaction.data.startsWith(selector))
          ? Promise.reject(
              code === "CALL_EXCEPTION"
                ? Object.assign(new Error("execution reverted"), { code, data: "0x" })
                : Object.assign(new Error("bad gateway"), { code }),
            )
          : target.call(transaction);
    },
  });
}
