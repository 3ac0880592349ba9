package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day's loads made by hand. */
public final class LoadsFixture {
    private final LocalDate day;
    private final Map<Long, DayVector> capacity = new HashMap<>();
    private final Map<Long, DayVector> used = new HashMap<>();

    public LoadsFixture(LocalDate day) {
        this.day = day;
    }

    /** A resource that is there for its shift within the hours, less its pauses. */
    public void there(long resource, QuarterHours hours, QuarterHours shift, List<QuarterHours> pauses) {
        DayVector vector = DayVector.EMPTY;
        int start = Math.max(hours.start(), shift.start());
        int end = Math.min(hours.end(), shift.end());
        if (start < end) {
            vector = vector.with(new QuarterHours(start, end), 1);
        }
        for (QuarterHours pause : pauses) {
            vector = vector.with(pause, 0);
        }
        capacity.put(resource, vector);
    }

    /** Takes what is still free of the span. */
    public void take(long resource, QuarterHours span) {
        DayVector there = capacity.getOrDefault(resource, DayVector.EMPTY);
        DayVector taken = used.getOrDefault(resource, DayVector.EMPTY);
        for (int quarter = span.start(); quarter < span.end(); quarter++) {
            if (taken.at(quarter) < there.at(quarter)) {
                taken = taken.plus(new QuarterHours(quarter, quarter + 1), 1);
            }
        }
        used.put(resource, taken);
    }

    public Loads loads() {
        Loads loads = Loads.none();
        capacity.forEach((resource, vector) -> loads.put(
                day, resource, new Load(vector, used.getOrDefault(resource, DayVector.EMPTY), DayVector.EMPTY)));
        return loads;
    }

    /** Days to be filled by {@link #offer}. */
    public static Loads empty() {
        return Loads.none();
    }

    /** The same, where infusions claim their care of that resource and need nurses, to be named by {@link #nurses}. */
    public static Loads empty(long care) {
        return new Loads(new NursingRows(OptionalLong.of(care), Map.of()));
    }

    /** The same as it is when it has just been read: nothing is known yet of who could take whom. */
    public static Loads justRead(Loads loads, Collection<LocalDate> days) {
        Loads read = loads.without(List.of());
        for (LocalDate day : days) {
            read.putNursing(
                    day,
                    new NursingLoad(
                            loads.nursingOn(day).nurses(), loads.nursingOn(day).stays()));
        }
        return read;
    }

    public static void nurses(Loads loads, LocalDate day, List<Nurse> nurses) {
        loads.putNursing(day, new NursingLoad(nurses, List.of()));
    }

    public static void offer(Loads loads, LocalDate day, long resource, DayVector capacity) {
        loads.put(day, resource, new Load(capacity, DayVector.EMPTY, DayVector.EMPTY));
    }

    public static void take(Loads loads, Collection<Claim> claims) {
        for (Claim claim : claims) {
            Load load = loads.of(claim.day(), claim.resource());
            loads.put(
                    claim.day(),
                    claim.resource(),
                    new Load(load.capacity(), load.used().plus(claim.span(), claim.amount()), load.held()));
        }
        loads.nurse(claims);
    }

    public static void giveBack(Loads loads, Collection<Claim> claims) {
        for (Claim claim : claims) {
            Load load = loads.of(claim.day(), claim.resource());
            loads.put(
                    claim.day(),
                    claim.resource(),
                    new Load(load.capacity(), load.used().minus(claim.span(), claim.amount()), load.held()));
        }
        loads.nurseNoMore(claims);
    }

    /** What is used of every resource and quarter-hour, as claims. */
    public static List<Claim> everything(Loads loads, LocalDate day) {
        return Stream.of(1L, 2L, 3L, 100L, 101L, 102L)
                .flatMap(resource -> IntStream.range(0, 96)
                        .filter(quarter -> loads.of(day, resource).used().at(quarter) > 0)
                        .mapToObj(quarter -> new Claim(
                                day,
                                resource,
                                new QuarterHours(quarter, quarter + 1),
                                loads.of(day, resource).used().at(quarter))))
                .toList();
    }

    /** A resource as the database would number it. */
    public static Resource withId(Resource resource, long id) {
        try {
            Field field = Resource.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(resource, id);
            return resource;
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
