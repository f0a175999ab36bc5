// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { ERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title WCT
/// @notice The network's token for local and test chains: fixed supply, 18 decimals, ERC-2612 permits. A deployment
/// elsewhere takes the address of the existing token instead.
contract WCT is ERC20, ERC20Permit {
    /// @param holder Receives the whole supply.
    /// @param supply In wei.
    constructor(address holder, uint256 supply) ERC20("WalletConnect", "WCT") ERC20Permit("WalletConnect") {
        _mint(holder, supply);
    }
}
