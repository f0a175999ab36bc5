// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Median
/// @notice The weighted median of a few values, searched for among sorted ones or proved by what lies below and up to it.
///
/// If the values up to some point and those from the next one on weigh exactly half each, both are medians: the lower is the
/// smaller, the upper the greater. Liars of less than half the weight move neither out of the range of the others.
library Median {
    /// @dev A value stands above its weight, which is below 2^96, so that words sort by the value.
    uint256 private constant WEIGHT_BITS = 96;

    /// @return A value and its weight as one word.
    /// @dev The caller keeps `value` below 2^160 and `weight` below 2^96.
    function pack(uint256 value, uint256 weight) internal pure returns (uint256) {
        return (value << WEIGHT_BITS) | weight;
    }

    /// @return value The smallest value up to which at least half of the weight lies.
    /// @dev `words` are the first `length` packed words in ascending order, not none; `totalWeight` is the sum of their weights.
    function lower(uint256[] memory words, uint256 length, uint256 totalWeight) internal pure returns (uint256 value) {
        uint256 weight = (totalWeight + 1) / 2;
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

    /// @return Whether a value is the lower median: the smallest up to which at least half of the weight lies.
    /// @param below The weight of the smaller values.
    /// @param upTo The weight of the values up to it, itself included.
    /// @dev All weights are below 2^255. What is no value at all has as much below as up to it, so it is no median.
    function isLower(uint256 below, uint256 upTo, uint256 totalWeight) internal pure returns (bool) {
        unchecked {
            return below * 2 < totalWeight && upTo * 2 >= totalWeight;
        }
    }

    /// @return Whether a value is the upper median: the smallest up to which more than half of the weight lies.
    /// @dev Like {isLower}.
    function isUpper(uint256 below, uint256 upTo, uint256 totalWeight) internal pure returns (bool) {
        unchecked {
            return below * 2 <= totalWeight && upTo * 2 > totalWeight;
        }
    }
}
