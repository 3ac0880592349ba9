package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says everything at once: what could not be read, and what speaks against the rest of it. */
final class Unreadable {
    private Unreadable() {}

    /** Refuses if anything of the body could not be read. */
    static void refuse(JsonFields body) {
        refuse(body, List::of);
    }

    /**
     * Refuses if anything of the body could not be read, together with what the desk has against what could.
     *
     * @param desk asked only then, about a request in which harmless values stand for the unreadable ones
     */
    static void refuse(JsonFields body, Supplier<List<Refusal>> desk) {
        List<Refusal> unread = body.refusals();
        if (unread.isEmpty()) {
            return;
        }
        List<Refusal> all = new ArrayList<>();
        Set<String> said = unread.stream().map(Refusal::field).collect(Collectors.toSet());
        desk.get().stream()
                .filter(refusal -> said.stream().noneMatch(field -> covers(field, refusal.field())))
                .forEach(all::add);
        all.addAll(unread);
        throw new BookingRefused(all, List.of());
    }

    /** An object that is missing says it for all its fields. */
    private static boolean covers(String said, String field) {
        return field.equals(said) || field.startsWith(said + ".");
    }
}
