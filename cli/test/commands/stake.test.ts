import { expect } from "chai";
import { parseEther } from "ethers";
import { staking } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { actor, staker } from "../support/actors.js";

describe("stakeweight stake", () => {
  const chain = useChain();

  it("opens a position and says what became of it", async () => {
    const alice = await actor(chain());
    const ran = await alice.run("stake", "1,000", "--preset", "52", "--yes");
    expect(ran.code, ran.stderr).to.equal(0);
    expect(ran.stderr)
      .to.match(/Stake weight +0\.00 WCT → 248\.80 WCT/)
      .and.match(/Gas +[\d,]+ gas, about 0\.000\d+ ETH/);
    expect(ran.stdout)
      .to.match(/Position +1,000\.00 WCT, Locked/)
      .and.contain("in block");
    const position = await staking.positionOf(await chain().connectAs(alice.wallet), { account: alice.address });
    expect(position).to.include({ amount: parseEther("1000"), presetWeeks: 52n, state: "Locked" });
  });

  it("takes one transaction, with a permit", async () => {
    const alice = await actor(chain());
    const ran = await alice.run("stake", "1000", "-p", "4", "--yes", "--json");
    expect(ran.json()).to.have.property("transactions").with.lengthOf(1);
  });

  it("prints JSON with amounts in wei", async () => {
    const alice = await actor(chain());
    const ran = await alice.run("stake", "1000.5", "-p", "104", "--yes", "--json");
    expect(ran).to.include({ code: 1, stdout: "" });
    const again = await alice.run("stake", "999.5", "-p", "104", "--yes", "--json");
    expect(again).to.include({ code: 0, stderr: "" });
    expect(again.json()).to.deep.include({
      account: alice.address,
      position: { amount: "999500000000000000000", presetWeeks: "104", unlockEnd: "0", state: "Locked" },
      withdrawableAt: null,
    });
    expect(again.json()).to.have.nested.property("changes.weight.before", "0");
  });

  it("is refused in a sentence when there is a position already", async () => {
    const alice = await staker(chain(), { spare: "100" });
    const blocks = await chain().provider.getBlockNumber();
    const ran = await alice.run("stake", "100", "--preset", "52", "--yes");
    expect(ran).to.include({ code: 1, stdout: "" });
    expect(ran.stderr).to.match(/^Error: .*position.*\.\n$/);
    expect(await chain().provider.getBlockNumber()).to.equal(blocks);
  });

  it("tells programs which error it was", async () => {
    const alice = await staker(chain(), { spare: "100" });
    const ran = await alice.run("stake", "100", "--preset", "52", "--yes", "--json");
    const { error } = JSON.parse(ran.stderr) as { error: object };
    expect(error).to.deep.include({
      name: "PositionExists",
      contract: "StakeWeight",
      args: { account: alice.address, amount: parseEther("1000").toString() },
      exitCode: 1,
    });
  });

  for (const [what, argv, said] of [
    ["a preset that there is not", ["stake", "1", "--preset", "53"], /53.*4, 8, 12, 26, 52, 78 or 104/],
    ["no preset", ["stake", "1"], /--preset <weeks>/],
    ["no amount", ["stake", "--preset", "52"], /argument 'amount'/],
    ["what is no amount", ["stake", "1,00", "--preset", "52"], /"1,00" is no amount/],
    ["more decimals than the token has", ["stake", `0.${"1".repeat(19)}`, "--preset", "52"], /18 decimals/],
    ["nothing", ["stake", "0", "--preset", "52"], /must be above 0/],
    ["a word too many", ["stake", "1", "2", "--preset", "52"], /Too many arguments/],
    [
      "an option that there is not",
      ["stake", "1", "--preset", "52", "--private-key", "0x"],
      /Unknown option '--private-key'/,
    ],
  ] as const) {
    it(`is wrong usage with ${what}`, async () => {
      const alice = await actor(chain(), { tokens: "0" });
      const ran = await alice.run(...argv);
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(ran.stderr).to.match(said);
    });
  }
});
