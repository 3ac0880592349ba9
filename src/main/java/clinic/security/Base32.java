package clinic.security;

/** Bytes in letters and digits one can type (RFC 4648, 6). */
final class Base32 {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte each : bytes) {
            waiting = waiting << Byte.SIZE | each & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(SIGNS.charAt(waiting >> bits & SIGNS.length() - 1));
            }
            waiting &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(SIGNS.charAt(waiting << BITS - bits & SIGNS.length() - 1));
        }
        return text.toString();
    }
}
