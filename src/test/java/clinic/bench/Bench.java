package clinic.bench;

import clinic.testing.RunningClinic;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the running clinic, client and database on the same machine: searching the free times of a day among twenty
 * clinicians, and booking with the letter queued, with a thousand, a hundred thousand, a million visits in the past.
 * Prints a table; every figure is the median of five warm runs. Not a test: it fails only when an answer is wrong.
 */
public final class Bench {
    private static final int RUNS = 5;
    private static final int WARM_UP_SECONDS = 12;
    private static final int SEARCHES = 2_000;
    private static final int BOOKINGS = 600;
    private static final String SLOTS = "/api/v1/consultations/slots?days=1&from=";

    private final RunningClinic clinic;
    private final LocalDate today = LocalDate.now(ZoneId.of("America/Los_Angeles"));

    private Bench(RunningClinic clinic) {
        this.clinic = clinic;
    }

    public static void main(String[] sizes) throws Exception {
        RunningClinic clinic =
                RunningClinic.prepare(Map.of("CLINIC_RATE_LIMIT", "0"), List.of("-Xmx1g", "-XX:+UseParallelGC"));
        clinic.launch();
        clinic.awaitReady();
        try {
            new Bench(clinic)
                    .measure(Arrays.stream(sizes).mapToInt(Integer::parseInt).toArray());
        } finally {
            clinic.close();
        }
    }

    private void measure(int[] sizes) throws Exception {
        try (Connection database = clinic.database()) {
            Past past = new Past(database);
            past.hire();
        }
        clinic.stop();
        clinic.restart();
        try (Connection database = clinic.database()) {
            Past past = new Past(database);
            past.fillTheFuture(today);
            List<String> table = new ArrayList<>(List.of(
                    "| past visits | what | clients | req/s | p50 ms | p95 ms | p99 ms |",
                    "|---:|---|---:|---:|---:|---:|---:|"));
            int there = 0;
            for (int size : sizes) {
                say("Writing " + (size - there) + " past visits ...");
                past.grow(there, size, today);
                past.analyze();
                there = size;
                warmUp();
                for (int clients : new int[] {1, 8, 32}) {
                    add(table, row(size, "what the machine can: JSON from memory", clients, ceilings(clients)));
                }
                for (int clients : new int[] {1, 8, 32}) {
                    add(table, row(size, "search a day, any of 20", clients, searches(clients)));
                }
                for (int clients : new int[] {1, 8, 16, 32}) {
                    add(table, row(size, "book, letter queued", clients, bookings(clients, database)));
                }
            }
            table.forEach(Bench::say);
        }
    }

    private void warmUp() throws Exception {
        say("Warming up ...");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
        while (System.nanoTime() < until) {
            run(8, SEARCHES, this::search);
        }
    }

    /** One run: so many requests by so many clients. */
    private record Run(double perSecond, double p50, double p95, double p99) {}

    private interface Request {
        void send(Wire wire, int number) throws IOException;
    }

    /** An answer no database is asked for: what is left is the server, the client and the machine. */
    private List<Run> ceilings(int clients) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(run(clients, SEARCHES, (wire, number) -> expect(200, wire.get("/api/v1/clinic"))));
        }
        return runs;
    }

    private List<Run> searches(int clients) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(run(clients, SEARCHES, this::search));
        }
        return runs;
    }

    private void search(Wire wire, int number) throws IOException {
        expect(200, wire.get(SLOTS + today.plusDays(1 + number % 60)));
    }

    private List<Run> bookings(int clients, Connection database) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            ConcurrentLinkedQueue<String> starts = new ConcurrentLinkedQueue<>(starts(new Past(database)));
            Run measured = run(clients, BOOKINGS, (wire, number) -> {
                String start = starts.remove();
                expect(201, wire.post("/api/v1/consultations", booking(start, number)));
            });
            if (run > 0) {
                runs.add(measured);
            }
            forgetBookings(database);
        }
        return runs;
    }

    /** Every half hour of the open days after the sixty, as often as there are clinicians. */
    private List<String> starts(Past past) throws SQLException {
        List<String> starts = new ArrayList<>();
        for (LocalDate day : past.openDays(today.plusDays(62), today.plusDays(90))) {
            for (int who = 0; who < Past.CLINICIANS; who++) {
                for (int slot = 0; slot < 22; slot++) {
                    starts.add(day.atTime(8, 0).plusMinutes(30L * slot).toString());
                }
            }
        }
        Collections.shuffle(starts, new Random(7));
        return starts.subList(0, BOOKINGS);
    }

    private void forgetBookings(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            String late = "day > '" + today.plusDays(61) + "'";
            statement.executeUpdate("delete from hold_claim");
            statement.executeUpdate("delete from hold");
            statement.executeUpdate("delete from outbox_mail where " + late);
            statement.executeUpdate("delete from claim where " + late);
            statement.executeUpdate(
                    "delete e from visit_edge e join appointment a on a.id = e.appointment_id where a." + late);
            statement.executeUpdate("delete from appointment where " + late);
            statement.executeUpdate("update resource_day set used = repeat(char(0), 96) where " + late);
        }
    }

    private static String booking(String start, int number) {
        return "{\"start\":\"" + start + "\",\"patient\":{\"firstName\":\"Ana\",\"lastName\":\"Ruiz\",\"email\":\"ana"
                + number + "@example.org\",\"phone\":\"818-" + (2_550_000 + number)
                + "\",\"language\":\"en\",\"emailConsent\":true,"
                + "\"adult\":true}}";
    }

    private Run run(int clients, int requests, Request request) throws InterruptedException, ExecutionException {
        long[] nanos = new long[requests];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            running.add(threads.submit(() -> {
                try (Wire wire = new Wire(clinic.port())) {
                    start.await();
                    for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                        long began = System.nanoTime();
                        request.send(wire, number);
                        nanos[number] = System.nanoTime() - began;
                    }
                    return null;
                }
            }));
        }
        long began = System.nanoTime();
        start.countDown();
        for (Future<?> each : running) {
            each.get();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        threads.shutdown();
        Arrays.sort(nanos);
        return new Run(requests / seconds, at(nanos, .50), at(nanos, .95), at(nanos, .99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    private static String row(int size, String what, int clients, List<Run> runs) {
        return String.format(
                "| %,d | %s | %d | %,.0f | %.1f | %.1f | %.1f |",
                size,
                what,
                clients,
                median(runs.stream().mapToDouble(Run::perSecond).toArray()),
                median(runs.stream().mapToDouble(Run::p50).toArray()),
                median(runs.stream().mapToDouble(Run::p95).toArray()),
                median(runs.stream().mapToDouble(Run::p99).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void expect(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("answered " + status + " instead of " + expected);
        }
    }

    private static void add(List<String> table, String row) {
        say(row);
        table.add(row);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
