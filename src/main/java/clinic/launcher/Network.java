package clinic.launcher;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An address, or a range of them in CIDR form; names are not looked up. */
record Network(String address, int prefix, boolean single) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.*\\.localhost|127\\.[0-9.]+|\\[?::1]?", Pattern.CASE_INSENSITIVE);
    private static final String RULE = "must be a list of addresses or ranges such as 10.0.0.5,192.168.0.0/16,fd00::/8";

    /** Whether a host is this machine, by what it is called. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    static Network of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int bits = 8 * bytes(address);
        int prefix = slash < 0 ? bits : number(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(RULE);
        }
        return new Network(address, prefix, slash < 0);
    }

    private static int bytes(String address) {
        try {
            if (IPV4.matcher(address).matches() || IPV6.matcher(address).matches()) {
                return InetAddress.getByName(address).getAddress().length;
            }
            throw new IllegalArgumentException(RULE);
        } catch (UnknownHostException nonsense) {
            throw new IllegalArgumentException(RULE, nonsense);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException nonsense) {
            throw new IllegalArgumentException(RULE, nonsense);
        }
    }

    boolean contains(InetAddress other) {
        try {
            byte[] ours = InetAddress.getByName(address).getAddress();
            byte[] theirs = other.getAddress();
            return ours.length == theirs.length
                    && new BigInteger(1, ours)
                                    .xor(new BigInteger(1, theirs))
                                    .shiftRight(8 * ours.length - prefix)
                                    .signum()
                            == 0;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address that was read before cannot be read", impossible);
        }
    }

    @Override
    public String toString() {
        return single ? address : address + "/" + prefix;
    }
}
