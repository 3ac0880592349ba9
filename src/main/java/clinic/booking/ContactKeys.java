package clinic.booking;

import java.util.Locale;
import java.util.Set;

/** One spelling for all addresses that reach one mailbox, and for all spellings of one phone number. Only for counting. */
final class ContactKeys {
    /** Where dots in the name do not count. */
    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

    private ContactKeys() {}

    /** The mailbox of an address: in lower case, without what follows a plus sign. */
    static String mailbox(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return address;
        }
        String domain = address.substring(at + 1);
        int plus = address.indexOf('+');
        String name = address.substring(0, plus > 0 && plus < at ? plus : at);
        return WITHOUT_DOTS.contains(domain) ? name.replace(".", "") + "@gmail.com" : name + "@" + domain;
    }

    /** The digits of a number in E.164, without an extension. */
    static String phone(String number) {
        return number.replaceFirst("(?<=[0-9])\\s*[^0-9\\s().-].*$", "").replaceAll("[^0-9+]", "");
    }
}
