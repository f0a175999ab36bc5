import { expect } from "chai";
import { parseEther } from "ethers";
import { rewards, time, token } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { actor, passFundedWeek, staker } from "../support/actors.js";
import { runCli } from "../support/runCli.js";

/** What rounding down leaves of a week's reward. */
const DUST = 1n;

describe("stakeweight, on rewards", () => {
  const chain = useChain();
  const reader = () => chain().connectAs(chain().wallets[9]!);

  describe("claim", () => {
    it("takes the reward", async () => {
      const alice = await staker(chain());
      await passFundedWeek(chain(), "500");
      const ran = await alice.run("claim", "--yes");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.stdout).to.contain("Claim 500.00 WCT");
      expect(await token.balanceOf(await reader(), { account: alice.address })).to.equal(parseEther("500") - DUST);
    });

    it("adds it to the position", async () => {
      const alice = await staker(chain());
      await passFundedWeek(chain(), "500");
      const ran = await alice.run("claim", "--restake", "--yes", "--json");
      expect(ran.json()).to.have.nested.property("position.amount", (parseEther("1500") - DUST).toString());
    });

    it("takes it for somebody else", async () => {
      const alice = await staker(chain());
      const bob = await actor(chain(), { index: 6, tokens: "0" });
      await passFundedWeek(chain(), "500");
      const ran = await bob.run("claim", "--for", alice.address, "--yes", "--json");
      expect(ran.json()).to.include({ account: alice.address, balance: (parseEther("500") - DUST).toString() });
    });

    it("sends nothing when there is nothing", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("claim", "--yes", "--json");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.json()).to.deep.include({ amount: "0", transactions: [] });
    });

    it("is refused to restake nothing", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("claim", "--restake", "--yes", "--json");
      expect(ran.code).to.equal(1);
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.name", "NothingToRestake");
    });

    it("is wrong usage to restake for somebody else", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("claim", "--restake", "--for", chain().wallets[6]!.address, "--yes");
      expect(ran.code).to.equal(2);
      expect(ran.stderr).to.contain("exclude each other");
    });
  });

  describe("fund", () => {
    it("adds to the running week, after an approval", async () => {
      const carol = await actor(chain(), { tokens: "300" });
      const ran = await carol.run("fund", "300", "--yes", "--json");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.json()).to.have.property("transactions").with.lengthOf(2);
      const { weekStart } = await time.nextPeriod(await reader());
      expect(await rewards.rewardForPeriod(await reader(), { weekStart })).to.equal(parseEther("300"));
    });

    it("adds to several weeks from the one of a day", async () => {
      const carol = await actor(chain(), { tokens: "300" });
      const { end } = await time.nextPeriod(await reader());
      const day = new Date(Number(end + 3n * time.DAY) * 1000).toISOString().slice(0, 10);
      const ran = await carol.run("fund", "100", "--week", day, "--weeks", "3", "--yes");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.stderr)
        .to.contain("cannot be taken back")
        .and.match(/In all +300 WCT/);
      const weeks = await rewards.listWeeks(await reader(), { from: end, count: 4 });
      expect(weeks.map(({ reward }) => reward)).to.deep.equal([...Array<bigint>(3).fill(parseEther("100")), 0n]);
    });

    it("is refused before anything is sent when the tokens are too few", async () => {
      const carol = await actor(chain(), { tokens: "299" });
      const ran = await carol.run("fund", "300", "--yes", "--json");
      expect(ran.code).to.equal(1);
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.name", "ERC20InsufficientBalance");
      const { address: spender } = (await chain().connectAs(carol.wallet)).deployment.contracts.RewardDistributor!;
      const connection = await chain().connectAs(carol.wallet);
      expect(await token.allowance(connection, { owner: carol.address, spender })).to.equal(0n);
    });

    it("is refused for a week that is over", async () => {
      const carol = await actor(chain());
      const ran = await carol.run("fund", "300", "--week", "2024-01-04", "--yes", "--json");
      expect(ran.code).to.equal(1);
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.name", "PeriodFinished");
    });

    it("is wrong usage with a day that there is not, or too many weeks", async () => {
      const carol = await actor(chain(), { tokens: "0" });
      const day = await carol.run("fund", "1", "--week", "2026-02-30");
      const count = await carol.run("fund", "1", "--weeks", "106");
      const ancient = await carol.run("fund", "1", "--week", "1969-12-31");
      expect([day.code, count.code, ancient.code]).to.deep.equal([2, 2, 2]);
      expect(ancient.stderr).to.contain("before 1970");
      expect(day.stderr).to.contain("2026-02-30");
      expect(count.stderr).to.contain("106").and.contain("from 1 to 105");
    });
  });

  describe("weeks", () => {
    it("shows rewards and rates", async () => {
      await staker(chain());
      await passFundedWeek(chain(), "500");
      const ran = await runCli(["weeks", "--rpc", chain().url]);
      expect(ran).to.include({ code: 0, stderr: "" });
      expect(ran.stdout)
        .to.match(/finished +500\.00 +248\.80/)
        .and.match(/104 weeks +\d[\d,.]* % +0\.00 %/)
        .and.contain("The next week begins in");
    });

    it("prints JSON", async () => {
      await staker(chain());
      await passFundedWeek(chain(), "500");
      const ran = await runCli(["weeks", "--weeks", "2", "--json", "--rpc", chain().url]);
      expect(ran.json()).to.have.property("weeks").with.lengthOf(2);
      expect(ran.json()).to.have.nested.property("rates[0].last.reward", parseEther("500").toString());
    });
  });
});
