package clinic.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may know whom. Reads as the table in the README; anything else fails the build. */
@AnalyzeClasses(packages = "clinic", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> DOORS = Set.of("web", "api", "jobs");
    private static final Set<String> FEATURES = Set.of(
            "calendar",
            "staff",
            "capacity",
            "patient",
            "booking",
            "protocol",
            "planner",
            "infusion",
            "care",
            "nursing",
            "downtime",
            "house",
            "notification",
            "security");

    /** What each package may know besides itself, the platform and libraries. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("web", FEATURES),
            Map.entry("api", FEATURES),
            Map.entry("jobs", FEATURES),
            Map.entry("notification", Set.of("infusion", "booking", "patient", "calendar", "staff")),
            Map.entry("security", Set.of("booking", "patient", "calendar", "staff")),
            Map.entry("downtime", Set.of("booking", "capacity", "calendar")),
            Map.entry("nursing", Set.of("booking", "capacity", "calendar", "staff")),
            Map.entry("care", Set.of("infusion", "protocol", "booking", "capacity", "patient", "calendar", "staff")),
            Map.entry("infusion", Set.of("planner", "protocol", "booking", "capacity", "patient", "calendar", "staff")),
            Map.entry("planner", Set.of("protocol", "booking", "capacity", "patient", "calendar", "staff")),
            Map.entry("protocol", Set.of("booking", "capacity", "calendar", "staff")),
            Map.entry("house", Set.of("booking", "capacity", "patient", "calendar", "staff")),
            Map.entry("booking", Set.of("capacity", "patient", "calendar", "staff")),
            Map.entry("capacity", Set.of("calendar", "staff")),
            Map.entry("patient", Set.of("staff")),
            Map.entry("calendar", Set.of("staff")),
            Map.entry("staff", Set.of()),
            Map.entry("platform", Set.of()),
            Map.entry("launcher", Set.of()));

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("clinic.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void everyPackageKnowsOnlyWhomItMay(JavaClasses all) {
        MAY_KNOW.forEach((who, whom) -> {
            List<String> forbidden = new ArrayList<>(MAY_KNOW.keySet());
            forbidden.removeAll(whom);
            forbidden.remove(who);
            if (!who.equals("launcher")) {
                forbidden.remove("platform");
            }
            noClasses()
                    .that()
                    .resideInAPackage("clinic." + who)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.stream()
                            .map(name -> "clinic." + name + "..")
                            .toArray(String[]::new))
                    .check(all);
        });
    }

    /** ArchUnit passes silently when a forbidden package does not exist; and a package without a rule has none. */
    @ArchTest
    static void theTableNamesEveryPackageThereIs(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        MAY_KNOW.keySet().stream().map(name -> "clinic." + name).toList());
    }

    @ArchTest
    static final ArchRule ONLY_DOORS_SPEAK_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages("clinic.web", "clinic.api", "clinic.platform", "clinic.security")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..");

    /** Jakarta Security speaks in servlet requests; nothing else of a door has come with it. */
    @ArchTest
    static final ArchRule SECURITY_SEES_ONLY_REQUESTS = noClasses()
            .that()
            .resideInAPackage("clinic.security")
            .and()
            .haveSimpleNameNotStartingWith("Staff")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule ONLY_NOTIFICATION_SPEAKS_MAIL = noClasses()
            .that()
            .resideOutsideOfPackages("clinic.notification", "clinic.launcher")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..");

    @ArchTest
    static final ArchRule DOORS_DO_NOT_TOUCH_THE_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("clinic.web", "clinic.api", "clinic.jobs")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "javax.sql..", "java.sql..");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("clinic.calendar.ClinicClock")
            .and()
            .resideOutsideOfPackage("clinic.launcher")
            .should()
            .callMethodWhere(readsTheWallClock());

    /** Any other method of it looks its provider up in every archive on the class path. */
    @ArchTest
    static final ArchRule JSON_IS_BUILT_BY_A_KEPT_FACTORY = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "Json.create..., but for a factory",
                    call -> call.getTargetOwner().isEquivalentTo(Json.class)
                            && !call.getName().endsWith("Factory")));

    /** Unless it is read to its end, EclipseLink leaves the statement behind it open. */
    @ArchTest
    static final ArchRule RESULTS_ARE_LISTS =
            noClasses().should().callMethod(jakarta.persistence.TypedQuery.class, "getResultStream");

    @ArchTest
    static final ArchRule ONLY_DESKS_OPEN_TRANSACTIONS = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Desk|Register|Outbox|Courier|LedgerAudit|Reading)");

    /** Text of a form or a body is cleaned where it comes in, whichever field it is of. */
    @ArchTest
    static final ArchRule WHAT_IS_TYPED_IS_CLEANED = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("clinic.web")
            .and()
            .haveNameMatching("set[A-Z].*")
            .and()
            .haveRawParameterTypes(String.class)
            .should(callATypeNamed("Typed"));

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
            .should()
            .haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Dto)")
            .andShould()
            .haveNameNotMatching(".*\\.(Default|Abstract)[A-Z].*");

    @ArchTest
    static void theRulesHaveSomethingToLookAt(JavaClasses all) {
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(DOORS).allMatch(door -> MAY_KNOW.get(door).equals(FEATURES));
    }

    private static ArchCondition<JavaMethod> callATypeNamed(String name) {
        return new ArchCondition<>("call " + name) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean calls = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getSimpleName().equals(name));
                events.add(
                        new SimpleConditionEvent(method, calls, method.getFullName() + " takes text as it was sent"));
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return DescribedPredicate.describe(
                "java.time's now() without a clock, or System.currentTimeMillis()",
                call -> call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getTarget().getName().equals("now")
                                && call.getTarget().getRawParameterTypes().isEmpty()
                        || call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getTarget().getName().equals("currentTimeMillis")
                        || call.getTargetOwner().isEquivalentTo(java.time.Clock.class)
                                && call.getTarget().getName().startsWith("system"));
    }
}
