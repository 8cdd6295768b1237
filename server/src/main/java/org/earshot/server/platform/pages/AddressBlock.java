package org.earshot.server.platform.pages;

import io.netty.util.NetUtil;

/// The block of network addresses that one household or office shares; what rate limits count by.
final class AddressBlock {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;

  private AddressBlock() {}

  static String of(String address) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return "unknown";
    }
    int kept = bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES;
    return java.util.HexFormat.of().formatHex(bytes, 0, kept);
  }
}
