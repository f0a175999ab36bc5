// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Measurements, NO_ANSWER, ONE, Reporter } from "../../../contracts/nodes/libraries/Measurements.sol";
import { PropertyTest } from "../../support/PropertyTest.sol";
import { Random } from "../../support/Random.sol";

contract MeasurementsTest is PropertyTest {
    uint256 private constant WEIGHT = 1 << 90;

    function testFuzz_OneMoreSuccessIsNeverWorse(uint16 successes, uint16 probes) public view {
        vm.assume(probes != 0 && successes < probes);
        (uint256 uptime, ) = _valueOf(successes, probes, 0);
        (uint256 better, ) = _valueOf(successes + 1, probes, 0);
        (uint256 perfect, ) = _valueOf(probes, probes, 0);
        assertLt(uptime, better);
        assertEq(perfect, ONE);
    }

    function testFuzz_LatencyIsTheAverageRoundedUp(uint16 successes, uint32 latencySumMs) public view {
        vm.assume(successes != 0);
        (, uint256 latencyMs) = _valueOf(successes, successes, latencySumMs);
        assertGe(latencyMs * successes, latencySumMs);
        if (latencyMs != 0) assertLt((latencyMs - 1) * successes, latencySumMs);
        assertLe(latencyMs, NO_ANSWER);
    }

    function testFuzz_NoAnswerIsTheGreatestLatency(uint16 probes) public view {
        vm.assume(probes != 0);
        (uint256 uptime, uint256 latencyMs) = _valueOf(0, probes, 0);
        assertEq(uptime, 0);
        assertEq(latencyMs, NO_ANSWER);
    }

    /// @notice Of any reports the lists are sorted, as long as there are values, and hold the weights.
    function testFuzz_ListsAreSorted(uint256 seed) public view {
        Random memory random = Random(seed);
        uint256 count = random.between(1, 32);
        bytes[] memory data = new bytes[](count);
        uint256 withData = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 probes = random.between(0, 3);
            uint256 successes = random.between(0, probes);
            uint256 latencySumMs = successes == 0 ? 0 : random.between(0, 100);
            if (probes != 0) ++withData;
            data[i] = abi.encodePacked(uint16(successes), uint16(probes), uint32(latencySumMs));
        }
        (uint256 values, uint256 weight, uint256 suspect, uint256[] memory uptimes, uint256[] memory latencies) = this
            .collect(data);
        assertEq(values, withData);
        assertEq(weight, withData * WEIGHT);
        assertEq(suspect, 0);
        assertEq(uptimes.length, count);
        assertEq(latencies.length, count);
        for (uint256 i = 0; i < values; ++i) {
            assertEq(uint96(uptimes[i]), WEIGHT);
            assertEq(uint96(latencies[i]), WEIGHT);
            if (i != 0) assertLe(uptimes[i - 1], uptimes[i]);
            if (i != 0) assertLe(latencies[i - 1], latencies[i]);
        }
    }

    /// @notice What the oracle does with the reports that it located.
    function collect(
        bytes[] calldata data
    )
        external
        pure
        returns (uint256 values, uint256 weight, uint256 suspect, uint256[] memory uptimes, uint256[] memory latencies)
    {
        Reporter[] memory reporters = new Reporter[](data.length);
        for (uint256 i = 0; i < data.length; ++i) {
            reporters[i].operator = address(1);
            reporters[i].weight = WEIGHT;
            reporters[i].location = Measurements.locate(data[i]);
        }
        uptimes = new uint256[](data.length);
        latencies = new uint256[](data.length);
        (values, weight, suspect) = Measurements.collect(reporters, address(0), 0, uptimes, latencies);
    }

    function _valueOf(
        uint16 successes,
        uint16 probes,
        uint32 latencySumMs
    ) private view returns (uint256 uptime, uint256 latencyMs) {
        bytes[] memory data = new bytes[](1);
        data[0] = abi.encodePacked(successes, probes, latencySumMs);
        (uint256 values, , , uint256[] memory uptimes, uint256[] memory latencies) = this.collect(data);
        assertEq(values, 1);
        return (uptimes[0] >> 96, latencies[0] >> 96);
    }
}
