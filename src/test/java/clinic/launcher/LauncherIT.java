package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.Phone;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** The built jar as its users run it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
@BesideTheOthers
class LauncherIT {
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
    private static RunningClinic clinic;

    @BeforeAll
    static void start() throws IOException {
        clinic = RunningClinic.prepare(Map.of()).bare();
        Files.writeString(
                clinic.home().resolve("clinic.properties"),
                "CLINIC_DEMO=true\nclinic.name=The house by the sea\nclinic.hours.monday=closed\n"
                        + "clinic.hours.saturday=10:00-16:00\n");
        clinic.launch();
        clinic.awaitReady();
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @Test
    void tellsWhatItStartsHowLongItTookAndWhereToGo() {
        assertThat(clinic.said())
                .containsSubsequence(
                        "Starting the database in " + clinic.home(),
                        "The database runs: MariaDB ",
                        "Starting the application",
                        "The application runs (",
                        "Ready: http://localhost:" + clinic.port() + "/");
    }

    @Test
    void keepsEverySecretToItself() throws IOException {
        String secret = Files.readString(clinic.home().resolve("secret"));
        String log = Files.readString(clinic.home().resolve("logs/clinic.0.log"));

        assertThat(clinic.said() + log).doesNotContain(secret).doesNotContain(password());
    }

    @Test
    void refusesASecondInstanceOnItsHomeHoweverLongItRuns() throws Exception {
        tidyMemory(clinic);
        assertThat(refusalOf(Map.of("CLINIC_HOME", clinic.home().toString())))
                .contains("Another clinic is already running on CLINIC_HOME " + clinic.home());
        assertThat(clinic.isReady()).isTrue();
    }

    /** As happens to every process in time: what nobody holds is given up, a lock with it. */
    private static void tidyMemory(RunningClinic running) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process tidying = new ProcessBuilder(
                        jcmd.toString(), Long.toString(running.process().pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(tidying.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tidying.exitValue()).isZero();
    }

    @Test
    void refusesATakenPortBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(refusalOf(Map.of("CLINIC_PORT", port))).contains("CLINIC_PORT " + port + " cannot be used");
        }
    }

    @Test
    void refusesAWrongSetting() {
        assertThat(refusalOf(Map.of("CLINIC_RATE_LIMIT", "many")))
                .endsWith("CLINIC_RATE_LIMIT must be a whole number from 0 to 1000000, not \"many\".");
    }

    /** First of all: it begins as a demonstration, and from then on is none. */
    @Test
    @Order(1)
    void beginsWithWhatTheHomeSaysStopsWithoutATraceAndLetsTheDatabaseDecideAfterwards() throws Exception {
        String first = ClinicApi.of(clinic).get("/api/v1/clinic").body();
        assertThat(first).contains("The house by the sea", "4955 Van Nuys Blvd Suite 411", "SATURDAY", "16:00");
        assertThat(first).doesNotContain("MONDAY");
        String[] token = Staff.bearer(clinic, Role.ADMIN);
        assertThat(isIn(token)).isTrue();
        assertThat(clinic.said()).doesNotContain("set up: ");

        stopsWithoutATrace();
        Files.writeString(clinic.home().resolve("clinic.properties"), "clinic.name=Another\n");
        clinic.restart();
        assertThat(ClinicApi.of(clinic).get("/api/v1/clinic").body()).isEqualTo(first);
        assertThat(isIn(token)).as("the token of a demonstration").isFalse();
        assertThat(Staff.at(clinic).signIn("admin", "let-admin-in").statusCode())
                .as("the account of a demonstration")
                .isNotEqualTo(303);
        assertThat(saidOfTheSecondStart()).doesNotContain("demo login", "demo token");
    }

    private static void stopsWithoutATrace() {
        ProcessHandle database = clinic.databaseProcess();

        clinic.stop();

        assertThat(clinic.process().exitValue()).isEqualTo(143);
        assertThat(database.isAlive()).isFalse();
        assertThat(clinic.said()).endsWith("Stopped\n");
    }

    private static String saidOfTheSecondStart() {
        String said = clinic.said();
        return said.substring(said.indexOf("Stopped\n"));
    }

    private static boolean isIn(String... token) {
        return ClinicApi.of(clinic).get("/api/v1/account", token).status() == 200;
    }

    @Test
    void letsTheFirstPersonInByTheLinkItSaysOnceAndOnlyOnce() {
        String link = clinic.said()
                .lines()
                .filter(line -> line.startsWith("set up: "))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*(/staff/set-up/)", "$1");
        Map<String, String> ana = Map.of(
                "fullName", "Ana Ruiz",
                "email", "ana@example.org",
                "user", "ana",
                "newPassword", "grow-calm-river-stones");
        assertThat(Staff.at(clinic).get(link + "x").statusCode()).isEqualTo(404);
        assertThat(Staff.at(clinic).signIn("ana", "grow-calm-river-stones").statusCode())
                .isNotEqualTo(303);

        assertThat(Staff.location(Staff.at(clinic).fill(link, "begin", ana))).isEqualTo("/staff/sign-in");

        Staff admin = Staff.at(clinic);
        assertThat(admin.signIn("ana", "grow-calm-river-stones").statusCode()).isEqualTo(303);
        assertThat(Staff.location(admin.get("/staff/team")))
                .as("an admin has a second factor before anything else")
                .isEqualTo("/staff/account");
        assertThat(admin.get("/api/v1/account").statusCode()).isEqualTo(401);
        assertThat(admin.get("/staff/account").body()).contains("Your role needs two-factor authentication");
        addPhone(admin);
        assertThat(admin.get("/api/v1/account").body()).contains("\"ADMIN\"");
        assertThat(admin.get("/staff/team").statusCode()).isEqualTo(200);
        assertThat(Staff.at(clinic).get(link).statusCode())
                .as("the link, again")
                .isEqualTo(404);
    }

    private static void addPhone(Staff admin) {
        String offer = admin.fill("/staff/account", "offerFactor", Map.of()).body();
        Phone phone = new Phone(found(offer, "id=\"totpSecret\">([A-Z2-7 ]+)<"));
        String seed = found(offer, "name=\"seed\" value=\"([^\"]+)\"");
        assertThat(admin.fill("/staff/account", "addFactor", Map.of("add", "add", "seed", seed, "code", phone.code(0)))
                        .body())
                .contains("id=\"recoveryCodes\"");
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void leavesNoDatabaseWhenToldToStopWhileItStarts() {
        try (RunningClinic other = RunningClinic.prepare(Map.of(), QUICK).bare()) {
            other.launch();
            await().atMost(Duration.ofMinutes(1)).until(() -> other.said().contains("Starting the database"));

            other.stop();

            assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                            .command()
                            .orElse("")
                            .startsWith(other.home().toString())))
                    .isEmpty();
        }
    }

    @Test
    void hasNoMailboxOutsideOfADemonstration() throws IOException {
        ClinicApi api = ClinicApi.of(clinic);
        String letter = someLetter(api);
        for (String path : List.of("", "/" + letter, "/part/" + letter + "/html", "/part/" + letter + "/ics")) {
            Answer answer = api.get("/mailbox" + path, "Accept", "text/html");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("ana@example.org", "BEGIN:VCALENDAR");
        }
        assertThat(api.get("/", "Accept", "text/html").body()).doesNotContain("/mailbox");
    }

    /** One that was kept, so that there is something to be hidden. */
    private static String someLetter(ClinicApi api) throws IOException {
        String body = ClinicApi.booking(api.nextFree()).toString();
        assertThat(api.book(body).status()).isEqualTo(201);
        Path mail = clinic.home().resolve("mail");
        await().atMost(Duration.ofSeconds(30)).until(() -> !names(mail).isEmpty());
        return names(mail).get(0).replace(".eml", "");
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .toList();
        }
    }

    /** Starts it with these settings, expects it to give up at once, and gives the one line it said. */
    static String refusalOf(Map<String, String> settings) {
        try (RunningClinic refused = RunningClinic.prepare(new HashMap<>(settings), QUICK)) {
            refused.launch();
            await().atMost(Duration.ofMinutes(2)).until(() -> !refused.process().isAlive());

            assertThat(refused.process().exitValue()).isEqualTo(1);
            assertThat(refused.said().lines()).as(refused.said()).hasSize(1);
            return refused.said().strip();
        }
    }

    private static String password() throws IOException {
        return Files.readAllLines(clinic.home().resolve("database/access.properties")).stream()
                .filter(line -> line.startsWith("password="))
                .findFirst()
                .orElseThrow()
                .substring("password=".length());
    }
}
