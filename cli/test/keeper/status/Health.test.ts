import { expect } from "chai";
import { Health } from "../../../src/keeper/status/Health.js";
import { FakeClock } from "../support/FakeClock.js";

describe("Health", () => {
  it("is degraded before the first round, and as long as something is wrong", () => {
    const health = new Health({ clock: new FakeClock(), overdueMs: 1_000 });
    expect(health.now).to.deep.equal({ status: "degraded", reasons: ["no round has been completed yet"] });
    health.completedRound();
    expect(health.now).to.deep.equal({ status: "ok", reasons: [] });
    expect(health.report("rpc", "gone")).to.equal(true);
    expect(health.report("rpc", "still gone")).to.equal(false);
    expect(health.now).to.deep.equal({ status: "degraded", reasons: ["still gone"] });
    expect(health.clear("rpc")).to.equal(true);
    expect(health.now.status).to.equal("ok");
  });

  it("is degraded when no round is completed for too long", () => {
    const clock = new FakeClock();
    const health = new Health({ clock, overdueMs: 1_000 });
    health.completedRound();
    clock.advance(1_001);
    expect(health.now).to.deep.equal({ status: "degraded", reasons: ["no round was completed for 1 seconds"] });
  });
});
