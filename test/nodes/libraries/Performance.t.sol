// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { PropertyTest } from "../../support/PropertyTest.sol";
import { NO_ANSWER } from "../../../contracts/nodes/libraries/Measurements.sol";
import { Performance, ScoreParameters } from "../../../contracts/nodes/libraries/Performance.sol";

contract PerformanceTest is PropertyTest {
    function testFuzz_ScoreIsAtMostOne(uint256 seed, uint256 uptime, uint256 latencyMs) public pure {
        uptime = bound(uptime, 0, 1e18);
        assertLe(Performance.score(_parameters(seed), uptime, latencyMs), 1e18);
    }

    function testFuzz_SlowerIsNeverBetter(uint256 seed, uint256 uptime, uint256 fast, uint256 slow) public pure {
        ScoreParameters memory parameters = _parameters(seed);
        uptime = bound(uptime, 0, 1e18);
        fast = bound(fast, 0, uint256(parameters.badLatencyMs) + 1);
        slow = bound(slow, fast, type(uint32).max);
        assertLe(Performance.score(parameters, uptime, slow), Performance.score(parameters, uptime, fast));
    }

    function testFuzz_MoreUptimeIsNeverWorse(uint256 seed, uint256 latencyMs, uint256 low, uint256 high) public pure {
        ScoreParameters memory parameters = _parameters(seed);
        latencyMs = bound(latencyMs, 0, uint256(parameters.badLatencyMs) + 1);
        high = bound(high, 0, 1e18);
        low = bound(low, 0, high);
        assertLe(Performance.score(parameters, low, latencyMs), Performance.score(parameters, high, latencyMs));
    }

    function testFuzz_WithoutAnAnswerItIsZero(uint256 seed, uint256 uptime) public pure {
        uptime = bound(uptime, 0, 1e18);
        assertEq(Performance.score(_parameters(seed), uptime, NO_ANSWER), 0);
    }

    function testFuzz_PerfectIsOneAtAnyWeightFromOne(uint256 seed, uint256 latencyMs) public pure {
        ScoreParameters memory parameters = _parameters(seed);
        latencyMs = bound(latencyMs, 0, parameters.goodLatencyMs);
        uint256 score = Performance.score(parameters, 1e18, latencyMs);
        if (parameters.uptimeWeight >= 1e18 && parameters.latencyWeight >= 1e18) assertEq(score, 1e18);
        else assertLt(score, 1e18);
    }

    /// @dev Any that the oracle accepts.
    function _parameters(uint256 seed) private pure returns (ScoreParameters memory) {
        uint256 good = uint32(seed) % (type(uint32).max - 1);
        if (seed >> 255 == 1) good %= 3000;
        uint256 bad = bound(seed >> 32, good + 1, type(uint32).max);
        if (seed >> 255 == 1) bad = good + 1 + ((seed >> 64) % 5000);
        return
            ScoreParameters({
                uptimeWeight: uint64(bound(seed >> 96, 1, 2e18)),
                latencyWeight: uint64(bound(seed >> 128, 1, 2e18)),
                goodLatencyMs: uint32(good),
                badLatencyMs: uint32(bad)
            });
    }
}
