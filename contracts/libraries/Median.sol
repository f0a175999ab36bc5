// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Median
/// @notice The weighted median of a few values, each in one word with its weight, in ascending order.
///
/// If the values up to some point and those from the next one on weigh exactly half each, both are medians: {lower} gives the
/// smaller, {upper} the greater. Liars of less than half the weight move neither out of the range of the others.
library Median {
    /// @dev A value stands above its weight, which is below 2^96, so that words sort by the value.
    uint256 private constant WEIGHT_BITS = 96;

    /// @return A value and its weight as one word.
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
    function _reach(uint256[] memory words, uint256 length, uint256 weight) private pure returns (uint256 value) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let place := add(words, 0x20)
            let last := add(words, shl(5, length))
            let sum := and(mload(place), 0xffffffffffffffffffffffff)
            for {} and(lt(sum, weight), lt(place, last)) {} {
                place := add(place, 0x20)
                sum := add(sum, and(mload(place), 0xffffffffffffffffffffffff))
            }
            value := shr(WEIGHT_BITS, mload(place))
        }
    }
}
