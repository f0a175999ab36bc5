// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title ReentrantToken
/// @notice Stands for a token that calls back into the contract that moves it, once per arming, before the tokens move. It
/// can act as a staker itself, so that what it calls back is refused for no other reason than the re-entry.
contract ReentrantToken is ERC20 {
    address private target;
    bytes private payload;

    /// @notice What came of the call back.
    event Reentered(bool succeeded, bytes result);

    error ExecutionFailed(bytes result);

    constructor(address holder, uint256 supply) ERC20("Reentrant", "RE") {
        _mint(holder, supply);
    }

    /// @notice Calls `target_` with `payload_` on the next transfer.
    function arm(address target_, bytes calldata payload_) external {
        target = target_;
        payload = payload_;
    }

    /// @notice Acts as an ordinary account.
    function execute(address target_, bytes calldata payload_) external {
        // solhint-disable-next-line avoid-low-level-calls
        (bool succeeded, bytes memory result) = target_.call(payload_);
        require(succeeded, ExecutionFailed(result));
    }

    function _update(address from, address to, uint256 value) internal override {
        address armed = target;
        if (armed != address(0)) {
            target = address(0);
            // solhint-disable-next-line avoid-low-level-calls
            (bool succeeded, bytes memory result) = armed.call(payload);
            emit Reentered(succeeded, result);
        }
        super._update(from, to, value);
    }
}
