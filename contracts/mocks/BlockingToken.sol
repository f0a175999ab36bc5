// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title BlockingToken
/// @notice Stands for a token whose issuer keeps single accounts from receiving it.
contract BlockingToken is ERC20 {
    mapping(address account => bool) private blocked;

    error AccountBlocked(address account);

    constructor(address holder, uint256 supply) ERC20("Blocking", "BLOCK") {
        _mint(holder, supply);
    }

    function setBlocked(address account, bool isBlocked) external {
        blocked[account] = isBlocked;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!blocked[to], AccountBlocked(to));
        super._update(from, to, value);
    }
}
