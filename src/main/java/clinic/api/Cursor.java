package clinic.api;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What programs may ask of a list in its address: where to go on, and how much of it. Read all at once. */
final class Cursor {
    static final int MOST = 200;
    private static final int USUAL = 100;

    private final List<Refusal> unreadable = new ArrayList<>();

    /** The place after which the next page begins, in a word that says nothing. */
    static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** A parameter, read; nothing when it is absent, or when it cannot be read, which is written down. */
    <T> Optional<T> read(String name, String text, Reason reason, Function<String, Optional<T>> reader) {
        return read(text, reader, () -> Refusal.of(reason, name));
    }

    private <T> Optional<T> read(String text, Function<String, Optional<T>> reader, Supplier<Refusal> otherwise) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(text);
        if (value.isEmpty()) {
            unreadable.add(otherwise.get());
        }
        return value;
    }

    /** A number written in digits alone; absent is none. */
    Optional<Long> digits(String name, String text, Function<String, Optional<Long>> reader) {
        return read(text, reader, () -> WrongType.DIGITS.refusal(name));
    }

    /** One of a few words; absent is none. */
    <E extends Enum<E>> Optional<E> code(String name, String text, Collection<E> choices) {
        return read(text, word -> JsonFields.named(word, choices), () -> Refusal.unknownCode(name, choices));
    }

    <T> Optional<T> place(String cursor, Function<String, Optional<T>> reader) {
        return read(cursor, text -> decoded(text).flatMap(reader), () -> WrongType.CURSOR.refusal("cursor"));
    }

    private static Optional<String> decoded(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    int limit(String limit) {
        return digits("limit", limit, Cursor::whole).map(Math::toIntExact).orElse(USUAL);
    }

    static Optional<Long> whole(String text) {
        return text.matches("-?[0-9]{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The last day of a span may be its first, and not before it. */
    void inOrder(LocalDate first, String name, LocalDate last) {
        if (last.isBefore(first)) {
            unreadable.add(new Refusal(Reason.EMPTY_SPAN, name, Map.of("text", "days", "first", first)));
        }
    }

    /** To be called when everything was read. */
    void end() {
        if (!unreadable.isEmpty()) {
            throw new ParameterRefused(unreadable);
        }
    }
}
