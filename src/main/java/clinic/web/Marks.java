package clinic.web;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A few letters that stand for a text: the same on every node, another one for another text. */
final class Marks {
    private Marks() {}

    static String of(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
