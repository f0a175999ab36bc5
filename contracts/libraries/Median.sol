// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Median
/// @notice The weighted median of a few values, each in one word with its weight, in {SortedWords}.
///
/// If the values up to some point and those from the next one on weigh exactly half each, both are medians: {lower} gives the
/// smaller, {upper} the greater. Liars of less than half the weight move neither out of the range of the others.
library Median {
    /// @dev Weights are stake weights in wei, below 2^96.
    uint256 private constant WEIGHT_BITS = 96;

    /// @return A value and its weight as one word, which sorts by the value.
    /// @dev The caller keeps `value` below 2^160 and `weight` below 2^96.
    function pack(uint256 value, uint256 weight) internal pure returns (uint256) {
        return (value << WEIGHT_BITS) | weight;
    }

    /// @return The smallest value up to which at least half of the weight lies.
    /// @dev `words` are the first `length` sorted words, not none; `totalWeight` is the sum of their weights.
    function lower(uint256[] memory words, uint256 length, uint256 totalWeight) internal pure returns (uint256) {
        return _reach(words, length, (totalWeight + 1) / 2);
    }

    /// @return The smallest value up to which more than half of the weight lies.
    /// @dev Like {lower}.
    function upper(uint256[] memory words, uint256 length, uint256 totalWeight) internal pure returns (uint256) {
        return _reach(words, length, totalWeight / 2 + 1);
    }

    /// @dev The value at which the weights, added up in order, reach `weight`; the last one if they never do.
    function _reach(uint256[] memory words, uint256 length, uint256 weight) private pure returns (uint256) {
        uint256 sum = 0;
        uint256 i = 0;
        // The sum of all weights, which the callers give, does not overflow, and `length` is at least 1.
        unchecked {
            while (i < length - 1) {
                sum += uint96(words[i]);
                if (sum >= weight) break;
                ++i;
            }
        }
        return words[i] >> WEIGHT_BITS;
    }
}
