// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { ERC20Votes } from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title TimestampVotes
/// @notice Stands for StakeWeight's votes where only the governor is tested: votes that do not decay, on the same clock.
contract TimestampVotes is ERC20Votes {
    /// @param voters Receive `votes[i]` each, and vote for themselves.
    /// @param votes In wei.
    constructor(
        address[] memory voters,
        uint256[] memory votes
    ) ERC20("Timestamp Votes", "VOTES") EIP712("Timestamp Votes", "1") {
        for (uint256 i = 0; i < voters.length; ++i) {
            _mint(voters[i], votes[i]);
            _delegate(voters[i], voters[i]);
        }
    }

    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }
}
