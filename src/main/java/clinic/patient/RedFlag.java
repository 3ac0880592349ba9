package clinic.patient;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sign that wants a clinician's eyes before anything else. A false alarm is better than a miss: none refuses a
 * booking, all keep it for review. Codes and levels: clinic domain page, section 6, after AHCPR and NHS low-back-pain
 * guidance.
 */
public enum RedFlag {
    RF_CAUDA(Level.EMERGENCY, Call.EMERGENCY_SERVICES),
    RF_NEURO(Level.EMERGENCY, Call.EMERGENCY_SERVICES),
    RF_SUICIDE(Level.EMERGENCY, Call.CRISIS_LINE),
    RF_INFECT(Level.SAME_DAY, Call.CLINIC),
    RF_CANCER(Level.URGENT, Call.CLINIC),
    RF_TRAUMA(Level.SAME_DAY, Call.CLINIC);

    /** How soon a person must answer. */
    public enum Level {
        EMERGENCY,
        SAME_DAY,
        URGENT
    }

    /** Whom the advice says to call. */
    public enum Call {
        /** 911. */
        EMERGENCY_SERVICES,
        /** 988, by call or text. */
        CRISIS_LINE,
        CLINIC
    }

    private final Level level;
    private final Call call;

    RedFlag(Level level, Call call) {
        this.level = level;
        this.call = call;
    }

    public Level level() {
        return level;
    }

    public Call call() {
        return call;
    }

    public static Optional<RedFlag> find(String code) {
        return Stream.of(values()).filter(flag -> flag.name().equals(code)).findFirst();
    }
}
