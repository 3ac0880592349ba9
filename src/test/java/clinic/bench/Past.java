package clinic.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A clinic with twenty clinicians and years behind it, written straight into the database. */
final class Past {
    static final int CLINICIANS = 20;
    private static final int SLOTS_PER_DAY = 22;
    private static final int FIRST_QUARTER = 32;
    private static final double FUTURE_FILL = 0.6;
    private static final int BATCH = 5_000;

    private final Connection database;

    Past(Connection database) {
        this.database = database;
    }

    /** Nineteen more clinicians, each with a room; they are there after the next roll-forward. */
    void hire() throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (int index = 2; index <= CLINICIANS; index++) {
                statement.executeUpdate("insert into resource (name, kind) values ('Clinician " + index
                        + "', 'CLINICIAN'), ('C" + index + "', 'ROOM')");
            }
            statement.executeUpdate("insert ignore into resource_use (resource_id, purpose)"
                    + " select id, 'CONSULT' from resource where kind = 'CLINICIAN' or name like 'C%'");
            statement.executeUpdate("insert into shift (resource_id, weekday, start_q, end_q)"
                    + " select r.id, w.weekday, 32, 76 from resource r join opening_hours w"
                    + " where r.kind = 'CLINICIAN' and r.id not in (select resource_id from shift)");
        }
    }

    /** Visits before today until there are so many, on full days going back from yesterday. */
    void grow(int from, int to, LocalDate today) throws SQLException {
        List<Long> clinicians = ids("kind = 'CLINICIAN'");
        List<Long> rooms = ids("kind = 'ROOM' and name like 'C%'");
        int perDay = CLINICIANS * SLOTS_PER_DAY;
        List<LocalDate> days = weekdaysBefore(today, to / perDay + 1);
        database.setAutoCommit(false);
        try (Writer writer = new Writer(database)) {
            for (int visit = from; visit < to; visit++) {
                int slot = visit % perDay;
                int who = slot % CLINICIANS;
                writer.visit(days.get(visit / perDay), slot / CLINICIANS, clinicians.get(who), rooms.get(who));
            }
        }
        database.commit();
        database.setAutoCommit(true);
    }

    /** Fills the next sixty days to sixty per cent, and the ledger with them. */
    void fillTheFuture(LocalDate today) throws SQLException {
        List<Long> clinicians = ids("kind = 'CLINICIAN'");
        List<Long> rooms = ids("kind = 'ROOM' and name like 'C%'");
        Random chance = new Random(20261123);
        database.setAutoCommit(false);
        try (Writer writer = new Writer(database);
                PreparedStatement row = database.prepareStatement(
                        "update resource_day set used = ? where day = ? and resource_id = ?")) {
            for (LocalDate day : openDays(today.plusDays(1), today.plusDays(61))) {
                for (int who = 0; who < CLINICIANS; who++) {
                    byte[] used = new byte[96];
                    for (int slot = 0; slot < SLOTS_PER_DAY; slot++) {
                        if (chance.nextDouble() < FUTURE_FILL) {
                            writer.visit(day, slot, clinicians.get(who), rooms.get(who));
                            used[FIRST_QUARTER + 2 * slot] = 1;
                            used[FIRST_QUARTER + 2 * slot + 1] = 1;
                        }
                    }
                    for (long resource : List.of(clinicians.get(who), rooms.get(who))) {
                        row.setBytes(1, used);
                        row.setDate(2, Date.valueOf(day));
                        row.setLong(3, resource);
                        row.addBatch();
                    }
                }
            }
            row.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
    }

    void analyze() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("analyze table patient, appointment, claim, visit_edge, resource_day, outbox_mail");
        }
    }

    /** The days of {@code [from, to)} on which the clinic is open. */
    List<LocalDate> openDays(LocalDate from, LocalDate to) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(
                "select distinct day from resource_day where day >= ? and day < ? and ord(substr(capacity, 37, 1)) > 0")) {
            statement.setDate(1, Date.valueOf(from));
            statement.setDate(2, Date.valueOf(to));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    days.add(rows.getDate(1).toLocalDate());
                }
            }
        }
        return days;
    }

    private List<Long> ids(String condition) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("select id from resource where " + condition + " order by id")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static List<LocalDate> weekdaysBefore(LocalDate today, int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today.minusDays(1); days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        return days;
    }

    /** Writes visits with everything a booked one has: patient, claims, edge, a letter long sent. */
    private static final class Writer implements AutoCloseable {
        private final Connection database;
        private final PreparedStatement patient;
        private final PreparedStatement appointment;
        private final PreparedStatement claim;
        private final PreparedStatement edge;
        private final PreparedStatement mail;
        private long id;
        private int pending;

        Writer(Connection database) throws SQLException {
            this.database = database;
            try (Statement statement = database.createStatement();
                    ResultSet last =
                            statement.executeQuery("select greatest(coalesce((select max(id) from patient), 0),"
                                    + " coalesce((select max(id) from appointment), 0))")) {
                last.next();
                id = last.getLong(1);
            }
            patient = database.prepareStatement(
                    "insert into patient (id, first_name, last_name, email, phone, language,"
                            + " adult, created_at, version) values (?, 'Past', 'Person', ?, '+18185550142', 'en', 1, now(6), 1)");
            appointment = database.prepareStatement("insert into appointment (id, uid, patient_id, kind, status, day,"
                    + " start_q, end_q, room_id, clinician_id, revision, link_generation, fingerprint, clinical_review,"
                    + " late_cancel, created_at, version) values (?, uuid(), ?, 'CONSULTATION', 'BOOKED', ?, ?, ?, ?, ?,"
                    + " 0, 0, sha2(?, 256), 0, 0, now(6), 1)");
            claim = database.prepareStatement(
                    "insert into claim (appointment_id, day, resource_id, start_q, end_q, amount) values (?, ?, ?, ?, ?, 1)");
            edge = database.prepareStatement(
                    "insert into visit_edge (appointment_id, edge, actor, at) values (?, 'BOOK', 'PATIENT', now(6))");
            mail = database.prepareStatement(
                    "insert into outbox_mail (dedup_key, kind, visit_id, uid, generation, revision,"
                            + " day, start_q, end_q, first_name, last_name, recipient, language, state, attempts, created_at, sent_at)"
                            + " values (?, 'BOOKED', ?, uuid(), 0, 0, ?, ?, ?, 'Past', 'Person', ?, 'en', 'SENT', 1, now(6), now(6))");
        }

        void visit(LocalDate day, int slot, long clinician, long room) throws SQLException {
            id++;
            int start = FIRST_QUARTER + 2 * slot;
            String email = "past" + id + "@example.org";
            set(patient, id, email);
            set(appointment, id, id, Date.valueOf(day), start, start + 2, room, clinician, "past" + id);
            set(claim, id, Date.valueOf(day), clinician, start, start + 2);
            set(claim, id, Date.valueOf(day), room, start, start + 2);
            set(edge, id);
            set(mail, "past:" + id, id, Date.valueOf(day), start, start + 2, email);
            if (++pending == BATCH) {
                flush();
            }
        }

        private static void set(PreparedStatement statement, Object... values) throws SQLException {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.addBatch();
        }

        private void flush() throws SQLException {
            for (PreparedStatement statement : List.of(patient, appointment, claim, edge, mail)) {
                statement.executeBatch();
            }
            database.commit();
            pending = 0;
        }

        @Override
        public void close() throws SQLException {
            flush();
        }
    }
}
