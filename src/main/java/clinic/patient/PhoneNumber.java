package clinic.patient;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** A telephone number in E.164, {@code +18185550142}. Typed in any way people write one; without a country it is ours. */
public record PhoneNumber(String value) {
    private static final String HOME_COUNTRY = "US";
    public static final int LONGEST = 40;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    public PhoneNumber {
        flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("not a phone number: " + flaw);
        });
        value = read(value).orElseThrow();
    }

    public static Optional<Flaw> flaw(String text) {
        Optional<Flaw> flaw = Texts.flaw(text, LONGEST);
        if (flaw.isPresent()) {
            return flaw;
        }
        if (text.isBlank()) {
            return Optional.of(Flaw.MISSING);
        }
        return read(text).isPresent() ? Optional.empty() : Optional.of(Flaw.NOT_A_PHONE_NUMBER);
    }

    /** Possible is enough: numbers are given out faster than lists of them are printed, and 555 is nobody's. */
    private static Optional<String> read(String text) {
        try {
            var number = NUMBERS.parse(text, HOME_COUNTRY);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }
}
