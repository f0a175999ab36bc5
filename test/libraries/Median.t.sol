// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Median } from "../../contracts/libraries/Median.sol";
import { Quorum } from "../../contracts/libraries/Quorum.sol";
import { SortedWords } from "../../contracts/libraries/SortedWords.sol";
import { PropertyTest } from "../support/PropertyTest.sol";
import { Random } from "../support/Random.sol";

contract MedianTest is PropertyTest {
    struct Values {
        uint256[] words;
        uint256 length;
        uint256 totalWeight;
    }

    function testFuzz_SortedWordsAreSorted(uint256[] memory given) public pure {
        uint256 length = given.length < 40 ? given.length : 40;
        uint256[] memory words = new uint256[](length);
        uint256 sum = 0;
        for (uint256 i = 0; i < length; ++i) {
            SortedWords.insert(words, i, given[i]);
            unchecked {
                sum += given[i];
            }
        }
        assertEq(words.length, length);
        for (uint256 i = 0; i < length; ++i) {
            if (i != 0) assertGe(words[i], words[i - 1]);
            unchecked {
                sum -= words[i];
            }
        }
        // The same words, whatever their order.
        assertEq(sum, 0);
    }

    function testFuzz_SortingLeavesTheRestOfTheListAlone(uint256 seed, uint256 length) public pure {
        length = bound(length, 0, 31);
        uint256[] memory words = new uint256[](32);
        for (uint256 i = length + 1; i < 32; ++i) words[i] = i;
        Random memory random = Random(seed);
        for (uint256 i = 0; i <= length; ++i) SortedWords.insert(words, i, random.between(0, 5));
        for (uint256 i = length + 1; i < 32; ++i) assertEq(words[i], i);
    }

    function testFuzz_HalfOfTheWeightLiesOnEitherSide(uint256 seed) public pure {
        Random memory random = Random(seed);
        Values memory values = _valuesOf(random, random.between(1, 32), 0, 10);
        (uint256 lower, uint256 upper) = _mediansOf(values);
        assertEq(lower, Median.lower(values.words, values.length, values.totalWeight));
        assertLe(lower, upper);
        assertGe(_weightUpTo(values, lower) * 2, values.totalWeight);
        assertGe(_weightFrom(values, upper) * 2, values.totalWeight);
        // The smallest and the greatest of which that is true.
        if (lower != 0) assertLt(_weightUpTo(values, lower - 1) * 2, values.totalWeight);
        assertLt(_weightFrom(values, upper + 1) * 2, values.totalWeight);
    }

    function testFuzz_LiarsOfLessThanHalfStayInTheHonestRange(uint256 seed) public pure {
        Random memory random = Random(seed);
        uint256 min = random.between(0, 1e18);
        uint256 max = random.between(min, 1e18);
        Values memory values = _valuesOf(random, random.between(1, 16), min, max);
        uint256 honestWeight = values.totalWeight;
        uint256 liarsWeight = 0;
        while (values.length < 32) {
            uint256 weight = random.between(1, honestWeight);
            if (liarsWeight + weight >= honestWeight) break;
            liarsWeight += weight;
            uint256 value = random.between(0, 2) == 0 ? 0 : random.between(0, (1 << 160) - 1);
            _insert(values, value, weight);
        }
        (uint256 lower, uint256 upper) = _mediansOf(values);
        assertGe(lower, min);
        assertLe(upper, max);
    }

    /// @dev Whatever a sender leaves out of N reports with f liars, what is left has a majority of honest ones.
    function testFuzz_AQuorumOutnumbersTheLiars(uint256 reporters) public pure {
        reporters = bound(reporters, 1, 1e9);
        uint256 liars = (reporters - 1) / 3;
        assertLe(Quorum.reportsNeeded(reporters), reporters);
        assertGt(Quorum.reportsNeeded(reporters), 2 * liars);
        assertGt(Quorum.valuesNeeded(reporters), 2 * liars);
        assertLe(Quorum.valuesNeeded(reporters), Quorum.reportsNeeded(reporters));
        // Two quorums share an honest reporter.
        assertGt(2 * Quorum.reportsNeeded(reporters), reporters + liars);
    }

    function _valuesOf(
        Random memory random,
        uint256 count,
        uint256 min,
        uint256 max
    ) private pure returns (Values memory values) {
        values.words = new uint256[](32);
        bool equal = random.between(0, 1) == 0;
        for (uint256 i = 0; i < count; ++i) {
            _insert(values, random.between(min, max), equal ? 1 : random.amount(1 << 90));
        }
    }

    function _insert(Values memory values, uint256 value, uint256 weight) private pure {
        SortedWords.insert(values.words, values.length++, Median.pack(value, weight));
        values.totalWeight += weight;
    }

    /// @dev The values that are proved to be medians, of which there is one each.
    function _mediansOf(Values memory values) private pure returns (uint256 lower, uint256 upper) {
        bool hasLower = false;
        bool hasUpper = false;
        for (uint256 i = 0; i < values.length; ++i) {
            uint256 value = values.words[i] >> 96;
            if (i != 0 && value == values.words[i - 1] >> 96) continue;
            uint256 upTo = _weightUpTo(values, value);
            uint256 below = values.totalWeight - _weightFrom(values, value);
            if (Median.isLower(below, upTo, values.totalWeight)) {
                assertFalse(hasLower);
                (hasLower, lower) = (true, value);
            }
            if (Median.isUpper(below, upTo, values.totalWeight)) {
                assertFalse(hasUpper);
                (hasUpper, upper) = (true, value);
            }
            // Between values there is none.
            assertFalse(Median.isLower(upTo, upTo, values.totalWeight));
            assertFalse(Median.isUpper(upTo, upTo, values.totalWeight));
        }
        assertTrue(hasLower && hasUpper);
    }

    function _weightUpTo(Values memory values, uint256 value) private pure returns (uint256 weight) {
        for (uint256 i = 0; i < values.length; ++i) {
            if (values.words[i] >> 96 <= value) weight += uint96(values.words[i]);
        }
    }

    function _weightFrom(Values memory values, uint256 value) private pure returns (uint256 weight) {
        for (uint256 i = 0; i < values.length; ++i) {
            if (values.words[i] >> 96 >= value) weight += uint96(values.words[i]);
        }
    }
}
