// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Measurements, NO_ANSWER, ONE, Reporter, Weighing } from "../../../contracts/nodes/libraries/Measurements.sol";
import { PlainMedians } from "../../support/PlainMedians.sol";
import { PropertyTest } from "../../support/PropertyTest.sol";
import { Random } from "../../support/Random.sol";

contract MeasurementsTest is PropertyTest {
    address private constant OPERATOR = address(0xbeef);

    function testFuzz_OneMoreSuccessIsNeverWorse(uint16 successes, uint16 probes) public view {
        vm.assume(probes != 0 && successes < probes);
        uint256 uptime = (uint256(successes) * ONE) / probes;
        assertTrue(_isValue(successes, probes, 0, uptime, successes == 0 ? NO_ANSWER : 0));
        assertFalse(_isValue(successes + 1, probes, 0, uptime, 0));
        assertTrue(_isValue(probes, probes, 0, ONE, 0));
    }

    function testFuzz_LatencyIsTheAverageRoundedUp(uint16 successes, uint32 latencySumMs) public view {
        vm.assume(successes != 0);
        uint256 latencyMs = (uint256(latencySumMs) + successes - 1) / successes;
        assertTrue(_isValue(successes, successes, latencySumMs, ONE, latencyMs));
        assertFalse(_isValue(successes, successes, latencySumMs, ONE, latencyMs + 1));
        if (latencyMs != 0) assertFalse(_isValue(successes, successes, latencySumMs, ONE, latencyMs - 1));
    }

    function testFuzz_NoAnswerIsTheGreatestLatency(uint16 probes) public view {
        vm.assume(probes != 0);
        assertTrue(_isValue(0, probes, 0, 0, NO_ANSWER));
    }

    /// @notice Of any reports the medians are proved, and nothing beside them.
    function testFuzz_NothingButTheMediansIsProved(uint256 seed) public view {
        Random memory random = Random(seed);
        PlainMedians.Source[] memory sources = _sources(random);
        (uint256 uptime, uint256 latencyMs) = PlainMedians.ofNode(sources, OPERATOR, 0);
        Weighing memory weighing = this.weigh(sources, uptime, latencyMs);
        (uint256 count, uint256 weight) = _withData(sources);
        assertEq(Measurements.valuesIn(weighing.all), count);
        assertEq(Measurements.weightIn(weighing.all), weight);
        assertFalse(weighing.isImpossible);
        if (weight == 0) return;
        assertTrue(weighing.areMedians());

        assertFalse(this.weigh(sources, uptime + 1, latencyMs).areMedians());
        assertFalse(this.weigh(sources, uptime, latencyMs + 1).areMedians());
        if (uptime != 0) assertFalse(this.weigh(sources, uptime - 1, latencyMs).areMedians());
        if (latencyMs != 0) assertFalse(this.weigh(sources, uptime, latencyMs - 1).areMedians());
        (uint256 otherUptime, uint256 otherLatencyMs) = (random.between(0, ONE), random.between(0, 200));
        if (otherUptime != uptime) assertFalse(this.weigh(sources, otherUptime, latencyMs).areMedians());
        if (otherLatencyMs != latencyMs) assertFalse(this.weigh(sources, uptime, otherLatencyMs).areMedians());
    }

    function testFuzz_ImpossibleNumbersAreSeenAnywhereButInTheOwnReport(uint256 seed) public view {
        Random memory random = Random(seed);
        PlainMedians.Source[] memory sources = _sources(random);
        PlainMedians.Source memory bad = sources[random.between(0, sources.length - 1)];
        uint256 successes = random.between(0, 3);
        bad.data =
            successes == 0
                ? abi.encodePacked(uint16(0), uint16(random.between(0, 3)), uint32(random.between(1, type(uint32).max)))
                : abi.encodePacked(uint16(successes), uint16(random.between(0, successes - 1)), uint32(0));
        assertEq(this.weigh(sources, ONE, 0).isImpossible, bad.operator != OPERATOR);
        assertTrue(this.isImpossible(bad.data));
    }

    /// @notice What the oracle does with the reports that it located.
    function weigh(
        PlainMedians.Source[] calldata sources,
        uint256 uptime,
        uint256 latencyMs
    ) external pure returns (Weighing memory) {
        Reporter[] memory reporters = new Reporter[](sources.length);
        for (uint256 i = 0; i < sources.length; ++i) {
            reporters[i].operator = sources[i].operator;
            reporters[i].unit = Measurements.unitOf(sources[i].weight);
            reporters[i].location = Measurements.locate(sources[i].data);
        }
        return Measurements.weigh(reporters, OPERATOR, 0, uptime, latencyMs);
    }

    function isImpossible(bytes calldata data) external pure returns (bool) {
        return Measurements.isImpossible(Measurements.locate(data), 0);
    }

    function _isValue(
        uint16 successes,
        uint16 probes,
        uint32 latencySumMs,
        uint256 uptime,
        uint256 latencyMs
    ) private view returns (bool) {
        PlainMedians.Source[] memory sources = new PlainMedians.Source[](1);
        sources[0].weight = 1;
        sources[0].data = abi.encodePacked(successes, probes, latencySumMs);
        return this.weigh(sources, uptime, latencyMs).areMedians();
    }

    /// @dev Up to 32, with equal or any weights, some without data, some of the operator's own.
    function _sources(Random memory random) private pure returns (PlainMedians.Source[] memory sources) {
        sources = new PlainMedians.Source[](random.between(1, 32));
        bool areEqual = random.between(0, 1) == 0;
        for (uint256 i = 0; i < sources.length; ++i) {
            uint256 probes = random.between(0, 3);
            uint256 successes = random.between(0, probes);
            uint256 latencySumMs = successes == 0 ? 0 : random.between(0, 100);
            sources[i] = PlainMedians.Source({
                operator: random.between(0, 9) == 0 ? OPERATOR : address(1),
                weight: areEqual ? (1 << 91) - 1 : random.amount((1 << 91) - 1),
                data: abi.encodePacked(uint16(successes), uint16(probes), uint32(latencySumMs))
            });
        }
    }

    function _withData(PlainMedians.Source[] memory sources) private pure returns (uint256 count, uint256 weight) {
        for (uint256 i = 0; i < sources.length; ++i) {
            if (sources[i].operator == OPERATOR || uint32(bytes4(sources[i].data)) == 0) continue;
            ++count;
            weight += sources[i].weight;
        }
    }
}
