package clinic.launcher;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Who counts as one client: an IPv4 address, or the first 64 bits of an IPv6 address, which one household owns. */
final class ClientNetwork {
    private static final int BYTES_OF_64_BITS = 8;

    private ClientNetwork() {}

    static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_64_BITS) + "/64"
                : address.getHostAddress();
    }
}
