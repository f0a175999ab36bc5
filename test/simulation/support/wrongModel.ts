// Loaded before the simulation by a test: a model that weighs a Locked position a wei too much.
import { StakeModel } from "../../../scripts/simulation/model/StakeModel";

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
const { weight } = StakeModel.prototype;

StakeModel.prototype.weight = function (this: StakeModel, account: number, second: number): bigint {
  return weight.call(this, account, second) + (this.state(account, second) === "Locked" ? 1n : 0n);
};
