// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @notice A deposit did not arrive whole: the token took a fee, or told a wrong balance.
/// @param expected What had to arrive, in wei.
/// @param received What the balance grew by, in wei.
error TransferNotWhole(uint256 expected, uint256 received);

/// @title WholeTransfer
/// @notice Takes in ERC-20 tokens and insists that every wei arrives.
library WholeTransfer {
    using SafeERC20 for IERC20;

    /// @notice Pulls `amount` from `payer`, who must have approved it, into the calling contract.
    /// @dev Reverts with {TransferNotWhole} unless the balance grows by exactly `amount`.
    function pull(IERC20 token, address payer, uint256 amount) internal {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(payer, address(this), amount);
        uint256 balance = token.balanceOf(address(this));
        uint256 received = balance < before ? 0 : balance - before;
        require(received == amount, TransferNotWhole(amount, received));
    }
}
