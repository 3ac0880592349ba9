package clinic.web;

import clinic.security.AuditQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A question to the audit trail as it stands in an address. What cannot be read there does not matter. */
final class AuditFilter {
    private static final int DIGITS = 18;
    private final Map<String, String> typed = new LinkedHashMap<>();

    void set(String name, String value) {
        typed.put(name, Typed.text(value).strip());
    }

    String get(String name) {
        return typed.getOrDefault(name, "");
    }

    AuditQuestion question(ZoneId zone) {
        return new AuditQuestion(
                day("from").map(day -> startOf(day, zone)),
                day("to").map(day -> startOf(day.plusDays(1), zone)),
                get("who"),
                get("action"),
                get("record"),
                get("id"),
                Optional.of(get("before"))
                        .filter(before -> before.matches("[0-9]{1," + DIGITS + "}"))
                        .map(Long::valueOf));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Optional<LocalDate> day(String name) {
        try {
            return get(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(get(name)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    String query(String before) {
        Map<String, String> asked = new LinkedHashMap<>(typed);
        asked.put("before", before);
        asked.values().removeIf(String::isEmpty);
        return asked.isEmpty()
                ? ""
                : asked.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
