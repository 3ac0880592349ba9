package clinic.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whatever gives a visit a time asks the gate. Its grant is needed to place a visit, and only the gate makes one. That
 * nothing goes round it, by an entity, by the ledger or by a statement of SQL, is seen to here.
 */
@AnalyzeClasses(packages = "clinic", importOptions = ImportOption.DoNotIncludeTests.class)
class GateForTimeTest {
    private static final String GATE = "clinic.booking.TimeGate";
    private static final String GRANT = GATE + "$Grant";
    private static final String VISIT = "clinic.booking.Appointment";
    private static final String PLACE = "clinic.booking.Place";
    private static final String LEDGER_ROW = "clinic.capacity.ResourceDay";

    /** They give a visit a state that takes no time it did not have. */
    private static final Set<String> CONSTANT_STATES = Set.of("<init>", "keepForReview", "endHold", "cancel");

    /** What statements may set of a visit: nothing of when, where, or in which state it is. */
    private static final Set<String> FREE_COLUMNS = Set.of("mailbox", "version", "fingerprint", "patient");

    @ArchTest
    static final ArchRule ONLY_THE_GATE_TAKES_OF_THE_LEDGER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(GATE)
            .should()
            .callMethod(clinic.capacity.LockedDays.class, "take", java.util.Collection.class);

    @ArchTest
    static final ArchRule ROWS_OF_THE_LEDGER_ARE_TAKEN_LOCKED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("clinic.capacity.LockedDays")
            .should()
            .callMethod(LEDGER_ROW, "take", "clinic.capacity.Claim");

    @ArchTest
    static final ArchRule ONLY_THE_GATE_GRANTS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(GATE)
            .should()
            .callConstructor(GRANT, "clinic.booking.Placement");

    /** The empty ones are for the provider of persistence. */
    @ArchTest
    static final ArchRule NOBODY_MAKES_A_VISIT_WITHOUT_A_PLACE =
            noClasses().should().callConstructor(VISIT).orShould().callConstructor(PLACE);

    @ArchTest
    static final ArchRule VISITS_ARE_MADE_AND_PLACED_BY_A_GRANT = codeUnits()
            .that()
            .areDeclaredIn(VISIT)
            .should(satisfy(
                    "need a grant to set a place or its claims",
                    unit -> !(sets(unit, "place") || calls(unit, PLACE, "<init>") || adds(unit)) || takesAGrant(unit)));

    @ArchTest
    static final ArchRule CLAIMS_OF_A_VISIT_ARE_ADDED_WITH_ITS_PLACE = codeUnits()
            .that()
            .areDeclaredIn(VISIT)
            .should(satisfy(
                    "leave the claims to place, cancel and claims",
                    unit -> !touches(unit, "claims")
                            || Set.of("<init>", "place", "cancel", "claims").contains(unit.getName())));

    @ArchTest
    static final ArchRule A_VISIT_COMES_BACK_BY_A_GRANT = codeUnits()
            .that()
            .areDeclaredIn(VISIT)
            .should(satisfy(
                    "ask for a grant before another state",
                    unit -> !sets(unit, "status")
                            || CONSTANT_STATES.contains(unit.getName())
                            || calls(unit, VISIT, "comesBack")));

    @ArchTest
    static final ArchRule A_PLACE_NEVER_CHANGES = codeUnits()
            .that()
            .areDeclaredIn(PLACE)
            .should(satisfy(
                    "set nothing once made",
                    unit -> unit.isConstructor() || writes(unit).isEmpty()));

    @ArchTest
    static final ArchRule NO_STATEMENT_IS_PUT_TOGETHER_OUT_OF_SIGHT = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.criteria.CriteriaUpdate");

    @ArchTest
    static void theRulesHaveSomethingToLookAt(JavaClasses all) {
        JavaClass visit = all.get(VISIT);
        assertThat(visit.getCodeUnits()).anyMatch(unit -> sets(unit, "place")).anyMatch(unit -> sets(unit, "status"));
        assertThat(all.get(PLACE).getConstructors())
                .anyMatch(unit -> !writes(unit).isEmpty());
        assertThat(calls(all, GATE, "clinic.capacity.LockedDays", "take")).isTrue();
        assertThat(calls(all, GATE, GRANT, "<init>")).isTrue();
        assertThat(calls(all, "clinic.capacity.LockedDays", LEDGER_ROW, "take")).isTrue();
    }

    @ArchTest
    static void statementsLeaveTimesAndStatesAlone(JavaClasses any) throws IOException {
        List<String> updates = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                for (String statement : statements(Files.readString(source))) {
                    updates.add(statement);
                    if (!isHarmless(statement)) {
                        wrong.add(source.getFileName() + ": " + statement);
                    }
                }
            }
        }
        assertThat(updates).as("read at all").hasSizeGreaterThan(3);
        assertThat(wrong).isEmpty();
    }

    /** Statements that write visits or what they claim, each without the Java around it. */
    private static List<String> statements(String source) {
        String joined = source.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\"\\s*\\+[^\"+;]+\\+\\s*\"", "?");
        Matcher found = Pattern.compile(
                        "\\b(update\\s+(appointment\\b|claim\\b|[?])|(insert\\s+(ignore\\s+)?into|replace\\s+into|delete\\s+from)"
                                + "\\s+(appointment\\b|claim\\b|[?]))[^\"]*",
                        Pattern.CASE_INSENSITIVE)
                .matcher(joined);
        return found.results()
                .map(result -> result.group().replaceAll("\\s+", " "))
                .toList();
    }

    private static boolean isHarmless(String statement) {
        Matcher update = Pattern.compile(
                        "update (?:appointment|[?])(?: \\w+)? set (.+?)( where .*)?", Pattern.CASE_INSENSITIVE)
                .matcher(statement);
        return update.matches()
                && Stream.of(update.group(1).split(",", -1))
                        .map(set -> set.replaceFirst("=.*", "")
                                .replaceFirst("^ *\\w+\\.", "")
                                .strip())
                        .allMatch(FREE_COLUMNS::contains);
    }

    private static Set<String> writes(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                .filter(access -> access.getAccessType() == AccessType.SET)
                .filter(access -> access.getTargetOwner().equals(unit.getOwner()))
                .map(access -> access.getTarget().getName())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static boolean sets(JavaCodeUnit unit, String field) {
        return writes(unit).contains(field);
    }

    private static boolean touches(JavaCodeUnit unit, String field) {
        return unit.getFieldAccesses().stream()
                .anyMatch(access -> access.getTarget().getFullName().equals(VISIT + "." + field));
    }

    private static boolean adds(JavaCodeUnit unit) {
        return touches(unit, "claims") && calls(unit, "java.util.Set", "addAll");
    }

    private static boolean takesAGrant(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals(GRANT));
    }

    private static boolean calls(JavaCodeUnit unit, String owner, String name) {
        return unit.getCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(owner)
                        && call.getName().equals(name));
    }

    private static boolean calls(JavaClasses all, String who, String owner, String name) {
        return all.get(who).getCodeUnits().stream().anyMatch(unit -> calls(unit, owner, name));
    }

    private static ArchCondition<JavaCodeUnit> satisfy(String words, Predicate<JavaCodeUnit> rule) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        unit, rule.test(unit), unit.getFullName() + " goes round the gate: should " + words));
            }
        };
    }
}
