package clinic.platform;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address of the network, or the beginning of one. Never a name: none is looked up. */
record NetworkAddress(BigInteger bits, int length, int prefix) {
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
