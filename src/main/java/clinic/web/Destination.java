package clinic.web;

import java.util.regex.Pattern;

/** Where somebody wanted to go before she was asked who she is: to a page of staff, and never anywhere else. */
final class Destination {
    private static final String HOME = "/staff";
    private static final Pattern OURS = Pattern.compile("/staff(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&%+._:-]*)?");

    private Destination() {}

    /** Empty when it is no such page. */
    static String of(String asked) {
        boolean ours = OURS.matcher(asked).matches() && !asked.startsWith("/staff/sign-");
        return ours ? asked : "";
    }

    static String orHome(String asked) {
        return of(asked).isEmpty() ? HOME : asked;
    }
}
