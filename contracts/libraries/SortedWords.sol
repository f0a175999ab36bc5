// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title SortedWords
/// @notice A short list of words in memory, in ascending order. What is to be ordered by stands in the highest bits.
library SortedWords {
    /// @notice Puts `word` in its place among the first `length` words, which are sorted.
    /// @dev `words` must have room for one more. Bounded by `length`: a few reporters or seats.
    function insert(uint256[] memory words, uint256 length, uint256 word) internal pure {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // The array begins with its length, so the word before position i stands at words + 32 · i.
            let place := add(words, mul(length, 0x20))
            for {
                let other := mload(place)
            } and(gt(place, words), gt(other, word)) {
                other := mload(place)
            } {
                mstore(add(place, 0x20), other)
                place := sub(place, 0x20)
            }
            mstore(add(place, 0x20), word)
        }
    }
}
