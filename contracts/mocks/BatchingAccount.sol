// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";

/// @title BatchingAccount
/// @notice Stands for an owner that is a smart account and makes several calls in one transaction.
contract BatchingAccount {
    function execute(address[] calldata targets, bytes[] calldata calls) external {
        for (uint256 i = 0; i < targets.length; ++i) Address.functionCall(targets[i], calls[i]);
    }
}
