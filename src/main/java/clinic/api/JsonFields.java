package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.patient.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one JSON object, asked for one by one. What is missing, of another type or unreadable is written down as
 * a refusal with its path, and a harmless value stands in, so that one reading finds everything. {@link #end} writes down
 * the fields nobody asked for.
 */
final class JsonFields {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LIST = 100;
    private static final String DECIMAL = "-?[0-9]{1,9}([.][0-9]{1,9})?([eE][+-]?[0-9])?";
    private static final int LONGEST_ID = 18;

    private final String path;
    private final Map<?, ?> members;
    private final List<Refusal> refusals;
    private final Set<String> known = new HashSet<>();

    private JsonFields(String path, Map<?, ?> members, List<Refusal> refusals) {
        this.path = path;
        this.members = members;
        this.refusals = refusals;
    }

    /** The fields of the whole body; a body that is no object has none, and is refused at once. */
    static JsonFields of(Object body) {
        if (body instanceof Map<?, ?> members) {
            return new JsonFields("", members, new ArrayList<>());
        }
        throw new BookingRefused(List.of(WrongType.OBJECT.refusal("")), List.of());
    }

    /** Everything written down so far, in this object and those inside it. */
    List<Refusal> refusals() {
        return refusals;
    }

    /** A text that must be there, cleaned as every text is. */
    String text(String name) {
        return required(name, String.class).map(Texts::lines).orElse("");
    }

    Optional<String> optionalText(String name) {
        return find(name, String.class).map(Texts::lines);
    }

    boolean flag(String name) {
        return required(name, Boolean.class).orElse(false);
    }

    Optional<Boolean> optionalFlag(String name) {
        return find(name, Boolean.class);
    }

    /** A whole number that must be there. */
    Optional<Integer> integer(String name) {
        return required(name, JsonText.Numeral.class).isPresent() ? optionalInteger(name) : Optional.empty();
    }

    /** A whole number; one too great for an int is as great as an int can be. */
    Optional<Integer> optionalInteger(String name) {
        return find(name, JsonText.Numeral.class).flatMap(numeral -> whole(numeral, name));
    }

    private Optional<Integer> whole(Object value, String name) {
        if (!(value instanceof JsonText.Numeral numeral) || !numeral.text().matches("-?[0-9]+")) {
            refuse(WrongType.WHOLE_NUMBER, name);
            return Optional.empty();
        }
        if (numeral.text().length() > 9) {
            return Optional.of(numeral.text().startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE);
        }
        return Optional.of(Integer.valueOf(numeral.text()));
    }

    /** A number, whole or not; of one with more digits than anybody writes it is written down that it cannot be read. */
    Optional<BigDecimal> optionalDecimal(String name) {
        Optional<JsonText.Numeral> numeral = find(name, JsonText.Numeral.class);
        if (numeral.filter(each -> !each.text().matches(DECIMAL)).isPresent()) {
            refuse(WrongType.NUMBER, name);
            return Optional.empty();
        }
        return numeral.map(each -> new BigDecimal(each.text()));
    }

    /** The number of a record that must be there; any whole number, of which most name nothing. */
    Optional<Long> id(String name) {
        return required(name, JsonText.Numeral.class).isPresent() ? optionalId(name) : Optional.empty();
    }

    /** The number of a record; one too great for a long is as great as a long can be, and names nothing. */
    Optional<Long> optionalId(String name) {
        return find(name, JsonText.Numeral.class).flatMap(numeral -> record(numeral, name));
    }

    private Optional<Long> record(Object value, String name) {
        if (!(value instanceof JsonText.Numeral numeral) || !numeral.text().matches("-?[0-9]+")) {
            refuse(WrongType.WHOLE_NUMBER, name);
            return Optional.empty();
        }
        if (numeral.text().length() > LONGEST_ID) {
            return Optional.of(numeral.text().startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
        return Optional.of(Long.valueOf(numeral.text()));
    }

    /** The numbers of records in a list, a hundred at most; absent is the same as empty. */
    List<Long> ids(String name) {
        List<Long> numbers = new ArrayList<>();
        List<?> items = items(name);
        for (int index = 0; index < items.size(); index++) {
            record(items.get(index), name + "[" + index + "]").ifPresent(numbers::add);
        }
        return numbers;
    }

    /** One of a few words, which must be there; an empty one is as good as none. */
    <E extends Enum<E>> Optional<E> code(String name, Collection<E> choices) {
        Optional<String> word = required(name, String.class);
        if (word.filter(String::isBlank).isPresent()) {
            refuse(Reason.REQUIRED, name);
            return Optional.empty();
        }
        return word.flatMap(written -> known(name, written, choices));
    }

    /** One of a few words. */
    <E extends Enum<E>> Optional<E> optionalCode(String name, Collection<E> choices) {
        return find(name, String.class).flatMap(written -> known(name, written, choices));
    }

    /** Those of a list of words that are known, in their order. */
    <E extends Enum<E>> List<E> codes(String name, Collection<E> choices) {
        return each(name, word -> named(word, choices), field -> Refusal.unknownCode(field, choices));
    }

    /** The one of that name. */
    static <E extends Enum<E>> Optional<E> named(String word, Collection<E> choices) {
        return choices.stream().filter(each -> each.name().equals(word)).findFirst();
    }

    private <E extends Enum<E>> Optional<E> known(String name, String written, Collection<E> choices) {
        Optional<E> known = named(written, choices);
        if (known.isEmpty()) {
            refuse(Refusal.unknownCode(path + name, choices));
        }
        return known;
    }

    /** The whole numbers of a list, a hundred at most; absent is the same as empty. */
    List<Integer> integers(String name) {
        List<Integer> numbers = new ArrayList<>();
        List<?> items = items(name);
        for (int index = 0; index < items.size(); index++) {
            whole(items.get(index), name + "[" + index + "]").ifPresent(numbers::add);
        }
        return numbers;
    }

    Optional<LocalDate> optionalDate(String name) {
        return find(name, String.class).flatMap(text -> read(name, WrittenTimes.date(text)));
    }

    /** An hour of the wall clock, as {@code 09:30}. */
    Optional<LocalTime> optionalTime(String name) {
        return find(name, String.class).flatMap(text -> read(name, WrittenTimes.time(text)));
    }

    /** Those of a list of texts that can be read; of each other one it is written down that it cannot. */
    <T> List<T> each(String name, Reason otherwise, Function<String, Optional<T>> reader) {
        return each(name, reader, field -> Refusal.of(otherwise, field));
    }

    private <T> List<T> each(String name, Function<String, Optional<T>> reader, Function<String, Refusal> otherwise) {
        List<T> all = new ArrayList<>();
        List<String> texts = texts(name);
        for (int index = 0; index < texts.size(); index++) {
            Optional<T> one = reader.apply(texts.get(index));
            if (one.isPresent()) {
                all.add(one.get());
            } else {
                refuse(otherwise.apply(path + name + "[" + index + "]"));
            }
        }
        return all;
    }

    /** A moment, on the wall clock of the zone. */
    Optional<LocalDateTime> moment(String name, ZoneId zone) {
        return required(name, String.class).flatMap(text -> read(name, WrittenTimes.moment(text, zone)));
    }

    private <T> Optional<T> read(String name, Optional<T> value) {
        if (value.isEmpty()) {
            refuse(Reason.INVALID_DATE, name);
        }
        return value;
    }

    /** The texts of a list, a hundred at most; absent is the same as empty. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<?> items = items(name);
        for (int index = 0; index < items.size(); index++) {
            if (items.get(index) instanceof String text) {
                texts.add(Texts.lines(text));
            } else {
                refuse(WrongType.TEXT, name + "[" + index + "]");
                texts.add("");
            }
        }
        return texts;
    }

    private List<?> items(String name) {
        List<?> items = find(name, List.class).orElse(List.of());
        if (items.size() > LONGEST_LIST) {
            refuse(new Refusal(Reason.OUT_OF_RANGE, path + name, Map.of("least", 0, "most", LONGEST_LIST)));
            return List.of();
        }
        return items;
    }

    /** The objects of a list that must be there, a hundred at most. */
    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        List<?> items = required(name, List.class).orElse(List.of());
        if (items.size() > LONGEST_LIST) {
            refuse(new Refusal(Reason.OUT_OF_RANGE, path + name, Map.of("least", 1, "most", LONGEST_LIST)));
            return objects;
        }
        for (int index = 0; index < items.size(); index++) {
            String place = name + "[" + index + "]";
            if (items.get(index) instanceof Map<?, ?> inside) {
                objects.add(inside(place, inside));
            } else {
                refuse(WrongType.OBJECT, place);
            }
        }
        return objects;
    }

    Optional<JsonFields> optionalObject(String name) {
        return find(name, Map.class).map(members -> inside(name, members));
    }

    /** The object; one missing is refused, and the fields of nothing are not asked after. */
    Optional<JsonFields> object(String name) {
        return required(name, Map.class).map(members -> inside(name, members));
    }

    private JsonFields inside(String name, Map<?, ?> members) {
        return new JsonFields(path + name + ".", members, refusals);
    }

    /** To be called when all fields have been asked for. */
    void end() {
        for (Object name : members.keySet()) {
            if (!known.contains(name)) {
                refuse(Reason.UNKNOWN_FIELD, shown(name.toString()));
            }
        }
    }

    /** A name nobody chose but the asker, as much of it as helps. */
    static String shown(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    }

    private <T> Optional<T> required(String name, Class<T> type) {
        if (isNothing(members.get(name))) {
            known.add(name);
            refuse(Reason.REQUIRED, name);
            return Optional.empty();
        }
        return find(name, type);
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        known.add(name);
        Object value = members.get(name);
        if (isNothing(value)) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            refuse(WrongType.insteadOf(type), name);
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }

    private static boolean isNothing(Object value) {
        return value == null || value == JsonText.Nothing.NULL;
    }

    private void refuse(WrongType instead, String name) {
        refuse(instead.refusal(path + name));
    }

    /** Writes down that a field of this object cannot be used as it is. */
    void refuse(Reason reason, String name) {
        refuse(Refusal.of(reason, path + name));
    }

    /** A body of a megabyte can be wrong in half a million places: what nobody is told of is not written down. */
    private void refuse(Refusal refusal) {
        if (refusals.size() < Refusals.MOST_VIOLATIONS) {
            refusals.add(refusal);
        }
    }
}
