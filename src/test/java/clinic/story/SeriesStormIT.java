package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.WithPeopleOfItsOwn;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A clinic in which everything happens in any order: series are planned, visits moved, cancelled, missed and taken back,
 * rooms and nurses fall out and return, series are repaired alone and together, stopped, cancelled whole and taken back,
 * records merged, birth dates corrected, and strangers book and move at the public door. Then a fortnight passes, and
 * visits of the day are had, held, ended early or missed in between. Whatever the house agrees to, what it promised stays
 * true. The seed is fixed, so a failure comes again; {@code -Dstorm.steps} takes more steps than a run of all tests has
 * time for, {@code -Dstorm.seed} others.
 */
@Order(1)
@WithPeopleOfItsOwn
class SeriesStormIT {
    private static final int STEPS = Integer.getInteger("storm.steps", 240);
    private static final int CHECK_EVERY = 60;
    private static final int ENOUGH_SERIES = 12;
    private static final LocalDate LATER = LocalDate.of(2026, 12, 8);
    private static final List<String> PROTOCOLS = List.of("MOOD_6", "MOOD_4", "PAIN_MID_3", "PAIN_5DAY", "BOOST_MOOD");

    private final Random random = new Random(Long.getLong("storm.seed", 3L));
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<Role, String[]> bearers = new EnumMap<>(Role.class);
    private final List<Integer> closures = new ArrayList<>();
    private final List<Integer> visits = new ArrayList<>();
    private final List<Integer> visitsOfToday = new ArrayList<>();
    private final List<Integer> visitsOfBefore = new ArrayList<>();
    private final List<Integer> series = new ArrayList<>();
    private final List<Integer> patients = new ArrayList<>();
    private LocalDate tomorrow = LocalDate.of(2026, 11, 24);
    private int lastCancelled;
    private List<Integer> rooms;
    private List<Integer> closable;
    private List<Integer> nurses;
    private ClinicApi api;

    @Test
    void keepsItsPromisesWhateverHappens() throws SQLException {
        try (RunningClinic clinic = RunningClinic.start(RunningClinic.demo())) {
            api = ClinicApi.of(clinic);
            lookUpBearers(clinic);
            rooms = resources("R1", "R2", "R3", "R4");
            nurses = resources("Nurse A", "Nurse B", "Nurse C");
            closable = resources("R1", "R2", "R3", "R4", "Nurse A", "Nurse B", "Nurse C", "Second prescriber");
            wantsTenOClock(clinic);
            for (int step = 1;
                    step <= STEPS || step <= 2 * STEPS && stillToDo(step).isPresent();
                    step++) {
                if (step == STEPS * 2 / 3) {
                    aFortnightPasses(clinic);
                }
                step(step);
                if (step % CHECK_EVERY == 0) {
                    holds(clinic, step);
                }
            }
            holds(clinic, 2 * STEPS);
            saysThatNoNurseIsOnTheRoster(clinic);
        }
        assertThat(done)
                .as("every kind of step was taken")
                .containsKeys(
                        "plan 201",
                        "move 200",
                        "instead 200",
                        "offer 200",
                        "cancel 200",
                        "undo 200",
                        "close 201",
                        "reopen 204",
                        "STOP 200",
                        "cancel-series 200",
                        "undo-series 200",
                        "merge 200",
                        "merge 422",
                        "public 201",
                        "public-move 200",
                        "repair 200",
                        "together REPAIRED",
                        "assign 200",
                        "check-in 200",
                        "hold 200",
                        "start 200",
                        "stop-early 200",
                        "discharge 200",
                        "no-show 200");
    }

    private void lookUpBearers(RunningClinic clinic) {
        for (Role role : Role.values()) {
            bearers.put(role, Staff.bearer(clinic, role));
        }
    }

    /** It is noon then: the visits of the days between were not had, and those of that morning are late. */
    private void aFortnightPasses(RunningClinic clinic) throws SQLException {
        clinic.stop();
        clinic.restartAt(
                LATER.atTime(12, 0).atZone(ZoneId.of("America/Los_Angeles")).toInstant());
        lookUpBearers(clinic);
        tomorrow = LATER.plusDays(1);
        try (Connection database = clinic.database();
                Statement asked = database.createStatement()) {
            String infusions = "select id from appointment where kind = 'INFUSION' and day ";
            visitsOfToday.addAll(rows(asked, infusions + "= '" + LATER + "' order by id"));
            visitsOfBefore.addAll(rows(asked, infusions + "< '" + LATER + "' order by id"));
        }
    }

    private void step(int step) {
        int dice = random.nextInt(100);
        Optional<Runnable> rare = stillToDo(step);
        if (rare.isPresent() && random.nextBoolean()) {
            rare.get().run();
        } else if (!visitsOfToday.isEmpty() && random.nextInt(3) == 0) {
            goOn();
        } else if (visits.isEmpty() || dice < 22) {
            plan(step);
        } else if (dice < 38) {
            move();
        } else if (dice < 45) {
            repair();
        } else if (dice < 47) {
            repairTogether();
        } else if (dice < 57) {
            cancel();
        } else if (dice < 64) {
            undo();
        } else if (dice < 69) {
            cancelSeries();
        } else if (dice < 74) {
            atThePublicDoor(step);
        } else if (dice < 78) {
            merge();
        } else if (dice < 84) {
            close();
        } else if (dice < 89 && !closures.isEmpty()) {
            reopen();
        } else if (dice < 92) {
            decide("STOP");
        } else if (dice < 95) {
            assignANurse();
        } else {
            decide(List.of("ACCEPT_GAP", "CONTINUE", "EXTEND", "RESTART").get(random.nextInt(4)));
        }
    }

    /** What has not come about yet is tried sooner, once there is enough to do it with; then as luck has it. */
    private Optional<Runnable> stillToDo(int step) {
        if (series.size() < ENOUGH_SERIES) {
            return Optional.empty();
        }
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("move 200", this::move);
        ways.put("instead 200", this::move);
        ways.put("cancel 200", this::cancel);
        ways.put("undo 200", this::undo);
        ways.put("close 201", this::close);
        ways.put("offer 200", this::close);
        ways.put("repair 200", this::repair);
        ways.put("together REPAIRED", () -> {
            close();
            repairTogether();
        });
        ways.put("public-move 200", () -> atThePublicDoor(step));
        ways.put("assign 200", this::assignANurse);
        ways.put("STOP 200", () -> decide("STOP"));
        ways.put("merge 200", this::merge);
        ways.put("merge 422", this::merge);
        ways.put("cancel-series 200", this::cancelSeries);
        ways.put("undo-series 200", this::cancelSeries);
        if (!closures.isEmpty()) {
            ways.put("reopen 204", this::reopen);
        }
        if (!visitsOfToday.isEmpty()) {
            List.of("check-in", "hold", "start", "stop-early", "discharge", "no-show")
                    .forEach(edge -> ways.put(edge + " 200", this::goOn));
        }
        List<Runnable> left = ways.entrySet().stream()
                .filter(way -> isStillToSee(way.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(any(left));
    }

    private void cancel() {
        int visit = any(visits);
        Answer cancelled = send(Role.FRONT_DESK, "POST", "appointments/" + visit + "/cancel", "{}");
        note("cancel", cancelled);
        lastCancelled = cancelled.status() == 200 ? visit : lastCancelled;
    }

    private void undo() {
        int visit = lastCancelled == 0 ? any(visits) : lastCancelled;
        note("undo", send(Role.FRONT_DESK, "POST", "appointments/" + visit + "/undo", ""));
        lastCancelled = 0;
    }

    private void reopen() {
        int closure = closures.remove(random.nextInt(closures.size()));
        note("reopen", send(Role.ADMIN, "DELETE", "closures/" + closure, ""));
    }

    /** All of a series at once, and mostly back again; sometimes something is done to it in between. */
    private void cancelSeries() {
        int one = any(series);
        note(
                "cancel-series",
                send(Role.FRONT_DESK, "POST", "series/" + one + "/cancellation", "{\"reason\":\"storm\"}"));
        if (random.nextInt(3) == 0) {
            move();
        }
        if (random.nextInt(3) > 0) {
            note("undo-series", send(Role.FRONT_DESK, "POST", "series/" + one + "/undo", ""));
        }
    }

    /** Somebody books a conversation, and moves it. */
    private void atThePublicDoor(int step) {
        LocalDate from = day();
        List<String> free =
                api.get("/api/v1/consultations/slots?from=" + from + "&days=7").starts("slots");
        if (free.size() < 2) {
            return;
        }
        Answer booked = api.send(
                "POST",
                "/api/v1/consultations",
                "{\"start\":\"" + any(free) + "\",\"patient\":{\"firstName\":\"Storm\",\"lastName\":\"Door " + step
                        + "\",\"email\":\"door" + step + "@example.org\",\"phone\":\"818-555-0142\","
                        + "\"language\":\"en\",\"emailConsent\":true,\"adult\":true}}");
        note("public", booked);
        assertThat(booked.status())
                .as("what was offered can be booked: " + booked.body())
                .isEqualTo(201);
        note(
                "public-move",
                api.send(
                        "PUT",
                        "/api/v1/consultations/" + booked.text("token") + "/start",
                        "{\"start\":\"" + any(free) + "\"}"));
    }

    /** Two records become one, or a date of birth is corrected. */
    private void merge() {
        int kept = any(patients);
        if (random.nextInt(4) == 0) {
            note("birth", send(Role.FRONT_DESK, "PATCH", "patients/" + kept, "{\"birthDate\":\"2012-06-01\"}"));
            return;
        }
        int gone = any(patients);
        Answer merged = send(
                Role.FRONT_DESK,
                "POST",
                "patients/" + kept + "/merge",
                "{\"gone\":" + gone + ",\"keep\":{\"lastName\":\"A\",\"email\":\"A\"}}");
        note("merge", merged);
        if (merged.status() == 200) {
            patients.remove((Integer) gone);
        }
    }

    /** At ten no nurse can begin and end a mood infusion: each has a break then or at its end, or is not there. */
    private void wantsTenOClock(RunningClinic clinic) throws SQLException {
        for (int step = -6; step < 0; step++) {
            plan(step);
            holds(clinic, step);
        }
        JsonObject visit = send(Role.FRONT_DESK, "GET", "appointments/" + visits.get(0), "")
                .json();
        Answer moved =
                move(Role.FRONT_DESK, visits.get(0), visit.getString("start").substring(0, 10) + "T10:00", "");
        assertThat(moved.body()).contains("NO_NURSE_AVAILABLE", "Nurse A", "Nurse B");
    }

    /** By hand, and off again. */
    private void assignANurse() {
        int visit = any(visits);
        boolean off = random.nextInt(4) == 0;
        note(
                off ? "clear" : "assign",
                send(
                        Role.NURSE,
                        off ? "DELETE" : "PUT",
                        "appointments/" + visit + "/nurse",
                        off ? "" : "{\"nurse\":" + any(nurses) + "}"));
    }

    private void plan(int step) {
        int patient = send(
                        Role.FRONT_DESK,
                        "POST",
                        "patients",
                        "{\"adult\":true,\"firstName\":\"Storm\",\"lastName\":\"No " + step + "\",\"email\":\"storm"
                                + step + "@example.org\"}")
                .json()
                .getInt("id");
        patients.add(patient);
        if (random.nextInt(3) == 0) {
            send(Role.PRESCRIBER, "POST", "patients/" + patient + "/eligibility", "{\"eligible\":true}");
        }
        String protocol = step < 0 ? "MOOD_6" : PROTOCOLS.get(random.nextInt(PROTOCOLS.size()));
        Answer proposed = send(
                Role.FRONT_DESK,
                "POST",
                "series/proposals",
                "{\"patientId\":" + patient + ",\"protocol\":\"" + protocol + "\",\"earliest\":\"" + day() + "\""
                        + (step < 0 ? ",\"preferredTime\":\"10:00\"}" : "}"));
        note("propose", proposed);
        if (proposed.status() != 200) {
            return;
        }
        List<JsonObject> plans = proposed.json().getJsonArray("proposals").getValuesAs(JsonObject.class);
        JsonArrayBuilder wanted = Json.createArrayBuilder();
        plans.get(random.nextInt(plans.size())).getJsonArray("visits").stream()
                .map(JsonValue::asJsonObject)
                .forEach(visit -> wanted.add(Json.createObjectBuilder()
                        .add("start", visit.getString("start"))
                        .add("resource", visit.getJsonObject("resource").getInt("id"))));
        Answer booked = send(
                Role.FRONT_DESK,
                "POST",
                "series",
                Json.createObjectBuilder()
                        .add("patientId", patient)
                        .add("protocol", protocol)
                        .add("visits", wanted)
                        .build()
                        .toString());
        note("plan", booked);
        assertThat(booked.status())
                .as("what was proposed can be booked: " + booked.body())
                .isEqualTo(201);
        series.add(booked.json().getInt("id"));
        booked.json()
                .getJsonArray("visits")
                .forEach(visit -> visits.add(visit.asJsonObject().getInt("appointment")));
    }

    private void move() {
        String start = day() + "T%02d:%02d".formatted(8 + random.nextInt(10), 15 * random.nextInt(4));
        String room = random.nextBoolean() ? ",\"resource\":" + any(rooms) : "";
        int visit = any(visits);
        Answer moved = random.nextInt(4) == 0
                ? move(Role.PRESCRIBER, visit, start, room + ",\"override\":{\"reason\":\"storm\"}")
                : move(Role.FRONT_DESK, visit, start, room);
        note("move", moved);
        List<String> others = moved.status() == 200 ? List.of() : moved.starts("alternatives");
        if (!others.isEmpty()) {
            String fit = moved.body().contains("NOT_SUITABLE") ? "" : room;
            Answer instead = move(Role.FRONT_DESK, visit, any(others), fit);
            note("instead", instead);
            assertThat(instead.status())
                    .as("what was named can be had: " + moved.body() + " " + instead.body())
                    .isEqualTo(200);
        }
    }

    private Answer move(Role role, int visit, String start, String more) {
        return send(role, "PUT", "appointments/" + visit + "/start", "{\"start\":\"" + start + "\"" + more + "}");
    }

    /** What if a visit is missed, or goes elsewhere: whatever is proposed then can be done. */
    private void repair() {
        int one = any(series);
        int visit = 1 + random.nextInt(6);
        String what = random.nextBoolean()
                ? "\"missed\":" + visit
                : "\"move\":{\"visit\":" + visit + ",\"start\":\"" + day()
                        + "T%02d:00\"}".formatted(8 + random.nextInt(9));
        Answer proposed = send(
                Role.FRONT_DESK,
                "POST",
                "series/" + one + "/repair",
                "{" + what + ",\"withConsent\":" + random.nextBoolean() + "}");
        note("repair", proposed);
        if (proposed.status() == 200) {
            apply(one, proposed.json().getString("proposal"));
        }
    }

    /** Each of the repairs found together can be done, in any order. */
    private void repairTogether() {
        Answer together = send(
                Role.FRONT_DESK,
                "POST",
                "series/repairs",
                Json.createObjectBuilder()
                        .add("agreed", Json.createArrayBuilder(series.subList(0, Math.min(100, series.size()))))
                        .build()
                        .toString());
        assertThat(together.status()).as(together.body()).isEqualTo(200);
        List<JsonObject> lines =
                new ArrayList<>(together.json().getJsonArray("items").getValuesAs(JsonObject.class));
        Collections.shuffle(lines, random);
        for (JsonObject line : lines) {
            done.merge("together " + line.getString("outcome"), 1, Integer::sum);
            if (line.containsKey("proposal")) {
                apply(line.getInt("series"), line.getString("proposal"));
            }
        }
    }

    private void apply(int one, String proposal) {
        Answer applied = send(Role.FRONT_DESK, "POST", "series/" + one + "/repair/" + proposal, "{}");
        assertThat(applied.status() == 200 || applied.body().contains("MINOR"))
                .as("what was proposed can be done: " + applied.body())
                .isTrue();
        if (applied.status() != 200) {
            return;
        }
        applied.json().getJsonArray("visits").stream()
                .map(visit -> visit.asJsonObject().getInt("appointment"))
                .filter(visit -> !visits.contains(visit))
                .forEach(visits::add);
    }

    /** A visit of today goes some way through its day, or one of before was missed. */
    private void goOn() {
        if (random.nextInt(3) == 0) {
            edge(Role.FRONT_DESK, any(visitsOfBefore), "no-show");
            return;
        }
        int visit = any(visitsOfToday);
        assertThat(edge(Role.NURSE, visit, "start").status())
                .as("nothing is on record that has to be before an infusion")
                .isNotEqualTo(200);
        send(Role.NURSE, "GET", "nursing?day=" + LATER, "").json().getJsonArray("visits").stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.getInt("appointment") == visit && !each.isNull("nurse"))
                .forEach(each -> note(
                        "nurse",
                        send(
                                Role.FRONT_DESK,
                                "PUT",
                                "appointments/" + visit + "/nurse",
                                "{\"nurse\":" + each.getJsonObject("nurse").getInt("id") + "}")));
        List<String> way = List.of(
                "check-in",
                "prepare",
                any(List.of("hold", "prepare")),
                any(List.of("prepare", "start")),
                "start",
                isStillToSee("stop-early 200") ? "stop-early" : any(List.of("recover", "stop-early")),
                "discharge");
        int far = isStillToSee("stop-early 200") ? way.size() : 1 + random.nextInt(way.size());
        way.subList(0, far).forEach(edge -> edge(Role.PRESCRIBER, visit, edge));
    }

    /** A rare kind of step is taken at the first occasion, and then as luck has it. */
    private boolean isStillToSee(String step) {
        return !done.containsKey(step);
    }

    private Answer edge(Role role, int visit, String edge) {
        String body = role == Role.PRESCRIBER ? "{\"override\":{\"reason\":\"storm\"}}" : "{}";
        Answer answer = send(role, "POST", "appointments/" + visit + "/" + edge, body);
        note(edge, answer);
        return answer;
    }

    private void close() {
        LocalDate day = day();
        int from = 8 + random.nextInt(8);
        String resource = random.nextInt(6) == 0 ? "" : ",\"resource\":" + any(closable);
        Answer closed = send(
                Role.ADMIN,
                "POST",
                "closures",
                "{\"from\":\"" + day + "T%02d:00".formatted(from) + "\",\"to\":\"" + day
                        + "T%02d:00".formatted(from + 1 + random.nextInt(3)) + "\",\"reason\":\"storm\"" + resource
                        + "}");
        note("close", closed);
        if (closed.status() == 201) {
            closures.add(closed.json().getInt("id"));
            takeAnOffer();
        }
    }

    /** Of the times the worklist offers to whoever lost hers, any can be had. */
    private void takeAnOffer() {
        List<JsonObject> offered = send(Role.FRONT_DESK, "GET", "stranded", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> !each.getJsonArray("proposals").isEmpty())
                .toList();
        if (!offered.isEmpty() && (isStillToSee("offer 200") || random.nextInt(3) == 0)) {
            JsonObject stranded = any(offered);
            Answer moved = move(
                    Role.FRONT_DESK,
                    stranded.getJsonObject("appointment").getInt("id"),
                    any(stranded.getJsonArray("proposals").getValuesAs(JsonObject.class))
                            .getString("start"),
                    "");
            note("offer", moved);
            assertThat(moved.status()).as(stranded + " " + moved.body()).isEqualTo(200);
        }
    }

    private void decide(String decision) {
        note(
                decision,
                send(
                        Role.PRESCRIBER,
                        "POST",
                        "series/" + any(series) + "/decisions",
                        "{\"decision\":\"" + decision + "\",\"reason\":\"storm\"}"));
    }

    /** Six weeks of days. */
    private LocalDate day() {
        return tomorrow.plusDays(random.nextInt(42));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Answer send(Role role, String method, String path, String body) {
        Answer answer = api.send(method, "/api/v1/" + path, body, bearers.get(role));
        assertThat(answer.status()).as(path + " " + body + " " + answer.body()).isLessThan(500);
        return answer;
    }

    private void note(String what, Answer answer) {
        done.merge(what + " " + answer.status(), 1, Integer::sum);
    }

    private List<Integer> resources(String... names) {
        return send(Role.FRONT_DESK, "GET", "resources", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(resource -> List.of(names).contains(resource.getString("name")))
                .map(resource -> resource.getInt("id"))
                .toList();
    }

    /** I1 to I11 of the clinic's page of rules, asked of the database itself. */
    private void holds(RunningClinic clinic, int step) throws SQLException {
        JsonObject audit = send(Role.AUDITOR, "GET", "ledger/audit", "").json();
        assertThat(audit.getBoolean("consistent"))
                .as("after " + step + ": " + audit)
                .isTrue();
        try (Connection database = clinic.database();
                Statement asked = database.createStatement()) {
            assertThat(rows(
                            asked,
                            "select a.id from appointment a join appointment b on b.patient_id = a.patient_id"
                                    + " and b.day = a.day and b.id > a.id and b.kind = 'INFUSION'"
                                    + " where a.kind = 'INFUSION' and a.status not in ('CANCELLED', 'NO_SHOW')"
                                    + " and b.status not in ('CANCELLED', 'NO_SHOW')"))
                    .as("two infusions of one patient on one day, after " + step)
                    .isEmpty();
            assertThat(rows(
                            asked,
                            "select a.id from appointment a left join claim c on c.appointment_id = a.id"
                                    + " where a.kind = 'INFUSION' group by a.id, a.status"
                                    + " having (a.status = 'CANCELLED') <> (count(c.resource_id) = 0)"))
                    .as("a visit that claims and should not, or does not and should, after " + step)
                    .isEmpty();
            assertThat(rows(
                            asked,
                            "select v.id from (select a.id, a.series_id, a.series_no, datediff(a.day, lag(a.day)"
                                    + " over (partition by a.series_id order by a.series_no)) as gap"
                                    + " from appointment a where a.series_id is not null"
                                    + " and a.status not in ('CANCELLED', 'NO_SHOW')) v"
                                    + " join series s on s.id = v.series_id join protocol p"
                                    + " on p.code = s.protocol and p.version = s.protocol_version"
                                    + " where s.state in ('DRAFT', 'PLANNED', 'ACTIVE') and p.gap_unit = 'CALENDAR_DAYS'"
                                    + " and (v.gap < 1 or not find_in_set(v.series_no, s.accepted_gaps)"
                                    + " and v.gap not between p.gap_least and p.gap_most)"))
                    .as("a gap nobody accepted, after " + step)
                    .isEmpty();
            assertThat(rows(
                            asked,
                            "select s.id from series s join protocol p"
                                    + " on p.code = s.protocol and p.version = s.protocol_version"
                                    + " join appointment a on a.series_id = s.id"
                                    + " where s.state in ('DRAFT', 'PLANNED', 'ACTIVE') and p.visits > 1"
                                    + " and a.status not in ('CANCELLED', 'NO_SHOW') group by s.id"
                                    + " having datediff(max(a.day), min(a.day)) > max(p.window_days)"
                                    + " and not find_in_set(max(a.series_no), max(s.accepted_gaps))"))
                    .as("a series that takes longer than anybody accepted, after " + step)
                    .isEmpty();
            assertThat(rows(
                            asked,
                            "select s.patient_id from series s where s.state in ('DRAFT', 'PLANNED', 'ACTIVE',"
                                    + " 'AT_CHECKPOINT', 'PAUSED', 'GAP_BREACH') group by s.patient_id"
                                    + " having count(*) > 1"))
                    .as("a patient with two series, after " + step)
                    .isEmpty();
            assertThat(rows(
                            asked,
                            "select s.id from series s join patient p on p.id = s.patient_id"
                                    + " join appointment a on a.series_id = s.id and a.status in ('BOOKED', 'CONFIRMED')"
                                    + " where s.state in ('PLANNED', 'ACTIVE') and p.birth_date > a.day - interval 18 year"
                                    + " and not exists (select 1 from eligibility e where e.patient_id = p.id"
                                    + " and e.eligible and e.of_minor)"))
                    .as("a minor in a series nobody decided about, after " + step)
                    .isEmpty();
            assertThat(
                            rows(
                                    asked,
                                    "select a.id from appointment a where a.kind = 'INFUSION' and a.status in"
                                            + " ('BOOKED', 'CONFIRMED') and (weekday(a.day) > 4 or a.start_q < 32 or a.end_q > 76)"))
                    .as("a visit outside the hours, after " + step)
                    .isEmpty();
            haveANurse(asked, audit, step);
        }
    }

    /** Every infusion to come that is not listed as affected has a nurse, whatever was decided by hand. */
    private void haveANurse(Statement asked, JsonObject audit, int step) throws SQLException {
        String from = tomorrow.minusDays(1).toString();
        try (ResultSet days = asked.executeQuery("select distinct day from appointment where kind = 'INFUSION'"
                + " and status not in ('CANCELLED', 'NO_SHOW', 'DONE') and day >= '" + from + "'")) {
            while (days.next()) {
                JsonObject day = send(Role.NURSE, "GET", "nursing?day=" + days.getString(1), "")
                        .json();
                assertThat(day.getJsonArray("visits").getValuesAs(JsonObject.class))
                        .filteredOn(visit -> visit.isNull("nurse"))
                        .as("without a nurse and not listed as affected, after " + step + ": " + day)
                        .allMatch(visit -> audit.getJsonArray("stranded").getValuesAs(JsonObject.class).stream()
                                .anyMatch(affected -> affected.getInt("id") == visit.getInt("appointment")));
            }
        }
    }

    /** As in a clinic whose last release knew no nurses. */
    private void saysThatNoNurseIsOnTheRoster(RunningClinic clinic) throws SQLException {
        try (Connection database = clinic.database();
                Statement change = database.createStatement()) {
            String ofNurses = " where resource_id in (select id from resource where kind = 'NURSE')";
            change.executeUpdate("delete from shift" + ofNurses);
            change.executeUpdate("update resource_day set capacity = repeat(char(0), 96) where resource_id in"
                    + " (select id from resource where kind in ('NURSE', 'HANDS', 'HEADS', 'CARE'))");
        }
        int patient = send(
                        Role.FRONT_DESK,
                        "POST",
                        "patients",
                        "{\"adult\":true,\"firstName\":\"After\",\"lastName\":\"Storm\"}")
                .json()
                .getInt("id");
        Answer proposed = send(
                Role.FRONT_DESK,
                "POST",
                "series/proposals",
                "{\"patientId\":" + patient + ",\"protocol\":\"MOOD_6\",\"earliest\":\"" + day() + "\"}");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(422);
        assertThat(proposed.code()).isEqualTo("NO_NURSE_ON_ROSTER");
        assertThat(proposed.text("detail"))
                .isEqualTo("No nurse is on the roster. Add nurses and their shifts under People and rooms.");
        assertThat(Staff.signedIn(clinic, Role.FRONT_DESK)
                        .get("/staff/plan?patient=" + patient + "&protocol=MOOD_6&earliest=" + tomorrow)
                        .body())
                .as("the page that plans")
                .contains("No nurse is on the roster. Add nurses and their shifts under People and rooms.");
        Answer booked = send(
                Role.FRONT_DESK,
                "POST",
                "series",
                "{\"patientId\":" + patient + ",\"protocol\":\"BOOST_MOOD\",\"visits\":[{\"start\":\""
                        + tomorrow.plusDays(50) + "T11:00\",\"resource\":" + rooms.get(0) + "}]}");
        assertThat(booked.body()).contains("NO_NURSE_ON_ROSTER");
    }

    private static List<Integer> rows(Statement asked, String query) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (ResultSet row = asked.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getInt(1));
            }
        }
        return found;
    }
}
