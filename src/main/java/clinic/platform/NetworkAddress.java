package clinic.platform;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address of the network, or the beginning of one. Never a name: none is looked up. */
public record NetworkAddress(BigInteger bits, int length, int prefix) {
    private static final int IPV4_NETWORK = 24;
    private static final int IPV6_NETWORK = 64;
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(%[0-9A-Za-z]+)?\\]?");

    /** The address in a text such as {@code 10.0.0.5}, {@code fd00::1} or {@code [fd00::1]}. */
    static Optional<NetworkAddress> find(String text) {
        var ipv6 = IPV6.matcher(text);
        boolean six = ipv6.matches();
        if (!six && !IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(six ? ipv6.group(1) : text).getAddress();
            return Optional.of(new NetworkAddress(new BigInteger(1, bytes), 8 * bytes.length, 8 * bytes.length));
        } catch (UnknownHostException nonsense) {
            return Optional.empty();
        }
    }

    /** The range in a text such as {@code 10.0.0.0/8}; a single address is a range of one. */
    static Optional<NetworkAddress> findRange(String text) {
        int slash = text.indexOf('/');
        Optional<NetworkAddress> address = find(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return address;
        }
        String prefix = text.substring(slash + 1);
        return address.filter(found -> prefix.matches("[0-9]{1,3}") && Integer.parseInt(prefix) <= found.length)
                .map(found -> found.first(Integer.parseInt(prefix)));
    }

    /**
     * The network that counts as one client: 24 bits of IPv4, 64 of IPv6.
     *
     * @return as {@code 203.0.113.0/24}; a text that is no address is given back as it is
     */
    public static String network(String address) {
        return find(address)
                .map(found -> found.first(found.isIpv6() ? IPV6_NETWORK : IPV4_NETWORK))
                .map(NetworkAddress::text)
                .orElse(address);
    }

    /**
     * Who counts as one client: an IPv4 address as it is, of IPv6 the 64 bits that one household owns.
     *
     * @return the address or its network; a text that is no address is given back as it is
     */
    public static String client(String address) {
        return find(address).filter(NetworkAddress::isIpv6).isPresent() ? network(address) : address;
    }

    private String text() {
        byte[] all = new byte[length / 8];
        byte[] some = bits.toByteArray();
        for (int at = 1; at <= Math.min(all.length, some.length); at++) {
            all[all.length - at] = some[some.length - at];
        }
        try {
            return InetAddress.getByAddress(all).getHostAddress() + "/" + prefix;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of " + all.length + " bytes", impossible);
        }
    }

    boolean isIpv6() {
        return length == 128;
    }

    /** Its first so many bits: the network it lies in. */
    NetworkAddress first(int count) {
        int rest = length - count;
        return new NetworkAddress(bits.shiftRight(rest).shiftLeft(rest), length, count);
    }

    boolean contains(NetworkAddress other) {
        return length == other.length && other.first(prefix).bits.equals(bits);
    }
}
