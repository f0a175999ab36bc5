// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { PropertyTest } from "../../support/PropertyTest.sol";
import { Line } from "../../../contracts/staking/libraries/Line.sol";
import { LineHistory } from "../../../contracts/staking/libraries/LineHistory.sol";
import { Random } from "../../support/Random.sol";

contract LineHistoryTest is PropertyTest {
    LineHistory private history;

    function testFuzz_AtReturnsWhatWasSet(uint256 index, uint40 timestamp, uint112 intercept, uint96 slope) public {
        history.set(index, timestamp, Line({ intercept: intercept, slope: slope }));
        (uint256 since, Line memory line) = history.at(index);
        assertEq(since, timestamp);
        assertEq(line.intercept, intercept);
        assertEq(line.slope, slope);
    }

    function testFuzz_SetOverwrites(uint32 index, Line memory first) public {
        first.intercept = bound(first.intercept, 0, type(uint112).max);
        first.slope = bound(first.slope, 0, type(uint96).max);
        history.set(index, 7, first);
        history.set(index, 8, Line({ intercept: 9, slope: 10 }));
        (uint256 since, Line memory line) = history.at(index);
        assertEq(since, 8);
        assertEq(line.intercept, 9);
        assertEq(line.slope, 10);
    }

    function testFuzz_CountUntilEqualsALinearSearch(uint256 seed, uint256 length) public {
        length = bound(length, 0, 70);
        uint256[] memory timestamps = _fill(seed, length);
        for (uint256 i = 0; i < length; ++i) {
            _assertCount(timestamps, timestamps[i]);
            _assertCount(timestamps, timestamps[i] - 1);
            _assertCount(timestamps, timestamps[i] + 1);
        }
        _assertCount(timestamps, 0);
        _assertCount(timestamps, type(uint256).max);
    }

    function testFuzz_CountUntilIgnoresWhatLiesBeyondTheLength(uint256 seed, uint256 length, uint256 timestamp) public {
        length = bound(length, 1, 40);
        uint256[] memory timestamps = _fill(seed, length);
        uint256 shorter = bound(seed, 0, length - 1);
        timestamp = bound(timestamp, 0, timestamps[length - 1] + 1);
        uint256 expected = Math.min(_countLinear(timestamps, timestamp), shorter);
        assertEq(history.countUntil(shorter, timestamp), expected);
    }

    function testFuzz_CountUntilReadsAboutTwoLogarithmsOfTheDistance(uint256 distance) public {
        uint256 length = 1000;
        for (uint256 i = 0; i < length; ++i) history.set(i, i + 1, Line({ intercept: i, slope: 0 }));
        distance = bound(distance, 0, length - 1);

        vm.record();
        history.countUntil(length, length - distance);
        (bytes32[] memory reads, ) = vm.accesses(address(this));
        assertLe(reads.length, 2 * (Math.log2(distance + 1) + 1));
        assertGt(reads.length, 0);
    }

    function _fill(uint256 seed, uint256 length) private returns (uint256[] memory timestamps) {
        Random memory random = Random(seed);
        timestamps = new uint256[](length);
        uint256 timestamp = 0;
        for (uint256 i = 0; i < length; ++i) {
            // Often the very next second, sometimes years later.
            timestamp += random.between(0, 2) == 0 ? random.between(1, 300 weeks) : random.between(1, 3);
            timestamps[i] = timestamp;
            history.set(i, timestamp, Line({ intercept: i, slope: i }));
        }
    }

    function _assertCount(uint256[] memory timestamps, uint256 timestamp) private view {
        assertEq(history.countUntil(timestamps.length, timestamp), _countLinear(timestamps, timestamp));
    }

    function _countLinear(uint256[] memory timestamps, uint256 timestamp) private pure returns (uint256 count) {
        for (uint256 i = 0; i < timestamps.length; ++i) if (timestamps[i] <= timestamp) ++count;
    }
}
