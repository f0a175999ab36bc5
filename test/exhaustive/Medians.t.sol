// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Median } from "../../contracts/libraries/Median.sol";
import { SortedWords } from "../../contracts/libraries/SortedWords.sol";
import { PropertyTest } from "../support/PropertyTest.sol";

/// @notice Medians of every list of a few values. A median depends on the order of its values alone, so lists of n values out of
/// n stand for all lists of n values there are.
contract MediansTest is PropertyTest {
    function test_EveryListOfUpToFiveValues() public pure {
        for (uint256 length = 1; length <= 5; ++length) _assertEveryList(length, length, 1);
    }

    function test_EveryListOfSevenLowOrHighValues() public pure {
        _assertEveryList(7, 3, 1);
    }

    function test_EveryListOfThreeValuesOfWeightsUpToFour() public pure {
        for (uint256 length = 1; length <= 3; ++length) _assertEveryList(length, length, 4);
    }

    /// @dev Every list of `length` values below `values`, each of a weight from 1 to `weights`.
    function _assertEveryList(uint256 length, uint256 values, uint256 weights) private pure {
        uint256 kinds = values * weights;
        for (uint256 list = 0; list < kinds ** length; ++list) _assertMedians(list, length, kinds, values);
    }

    /// @dev The digits of `list` to the base `kinds` are its values and weights.
    function _assertMedians(uint256 list, uint256 length, uint256 kinds, uint256 values) private pure {
        uint256[] memory weightOf = new uint256[](values);
        uint256[] memory words = new uint256[](length);
        uint256 total = 0;
        for (uint256 i = 0; i < length; ++i) {
            uint256 digit = list % kinds;
            list /= kinds;
            uint256 weight = digit / values + 1;
            SortedWords.insert(words, i, Median.pack(digit % values, weight));
            weightOf[digit % values] += weight;
            total += weight;
        }
        uint256 below = 0;
        uint256 lowerMedians = 0;
        uint256 upperMedians = 0;
        uint256 found = Median.lower(words, length, total);
        for (uint256 value = 0; value < values; ++value) {
            uint256 upTo = below + weightOf[value];
            if (Median.isLower(below, upTo, total)) {
                ++lowerMedians;
                assertEq(value, found);
            }
            if (Median.isUpper(below, upTo, total)) {
                ++upperMedians;
                assertGe(value, found);
            }
            below = upTo;
        }
        // Exactly one value is each.
        assertEq(lowerMedians, 1);
        assertEq(upperMedians, 1);
    }
}
